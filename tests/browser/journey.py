"""The steps of an applicant through the app, by the words on the screen; each ends when the page shows it was done."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import BrowserContext, Locator, Page, expect

NAME = "Zofia Quillfeather"
PASSPHRASE = "four plain words unrelated"
TITLE = "Clinical data analyst at Mercy"


class Applicant:
    """Someone at a browser who reads what is there and clicks it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def answers_six_questions(self) -> None:
        """Begin as a newcomer does, and read the first look."""
        page = self.page
        page.get_by_label("Year or month", exact=True).first.fill("June 2018")
        page.get_by_label("Country of the school").fill("Poland")
        page.get_by_label("Step 1").select_option("Passed first time")
        page.get_by_label("Step 2 CK").select_option("Passed first time")
        page.get_by_role("radio", name="Issued").check()
        page.get_by_label("Your status today").select_option("H-1B")
        page.get_by_label("What kind of job").select_option("Data, quality or IT")
        page.get_by_label("Since when").fill("March 2023")
        page.get_by_role("button", name="See where you are").click()
        self.is_at("A first look")
        expect(page.get_by_role("heading", name="This season or the next?")).to_be_visible()

    def keeps_going(self, name: str = NAME) -> str:
        """Make a dossier of the answers, and return its address."""
        self.page.get_by_label("name", exact=False).fill(name)
        self.page.get_by_role("button", name="Keep going").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Your way to the")
        return self.page.url

    def goes_to(self, section: str) -> None:
        """Take the menu, which is folded on a narrow screen."""
        menu = self.page.get_by_role("navigation", name="Sections")
        link = menu.get_by_role("link", name=section, exact=True)
        if not link.is_visible():
            menu.locator("summary").click()
        link.click()
        expect(menu.locator("a[aria-current=page]")).to_have_text(section)

    def is_at(self, title: str) -> None:
        """The page with this title is shown."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def sees(self, words: str) -> None:
        """These words are on the page."""
        expect(self.page.locator("main")).to_contain_text(words)

    def opens(self, summary: str) -> Locator:
        """Open what is folded under these words, and return it."""
        folded = self.page.locator("details", has=self.page.locator("> summary", has_text=summary)).first
        folded.locator("> summary").click()
        return folded

    def adds_an_exam(self) -> None:
        """Write down Step 3 in the section Me."""
        self.goes_to("Me")
        self.page.get_by_role("link", name="Exams, certificate, licences").first.click()
        form = self.opens("Add an attempt at an exam")
        form.get_by_role("radio", name="Step 3").check()
        form.get_by_role("radio", name="Passed").check()
        form.get_by_label("When did you sit it?").fill("May 2026")
        form.get_by_role("button", name="Add").click()
        expect(self.page.locator("summary", has_text="Step 3")).to_be_visible()

    def adds_an_experience(self) -> None:
        """Write down the job of today."""
        self.goes_to("Me")
        self.page.get_by_role("link", name="What you did since school").first.click()
        form = self.opens("Add a job, rotation or other activity")
        form.get_by_label("What was your title?").fill(TITLE)
        form.get_by_label("What was it mainly?").select_option("Job")
        form.get_by_role("radio", name="No contact with patients").check()
        form.get_by_label("When did it begin?").fill("March 2022")
        form.get_by_label("When did it end?").fill("present")
        form.get_by_role("button", name="Add").click()
        expect(self.page.locator("summary", has_text=TITLE)).to_be_visible()

    def reads_why(self) -> None:
        """Open the reason of the first verdict, and see the source it rests on."""
        self.goes_to("Standing")
        self.opens("Why, and where this comes from")
        expect(self.page.locator("details.why[open]").first).to_contain_text("read ")

    def decides(self) -> None:
        """Write down the decision, and the contract that ends it."""
        page = self.page
        self.goes_to("Decision")
        if not page.get_by_role("button", name="Save the decision").is_visible():
            self.opens("Write it down")
        page.get_by_role("radio", name="One structured cycle").check()
        page.get_by_label("On which day did you sign it?").first.fill("20 November 2026")
        page.get_by_role("button", name="Save the decision").click()
        expect(page.get_by_role("region", name="Your decision")).to_contain_text("20 November 2026")
        if not page.get_by_label("How many structured cycles do you allow yourself?").is_visible():
            self.opens("Write the contract")
        page.get_by_label("How many structured cycles do you allow yourself?").fill("1")
        page.get_by_label("Not matched by which Match do you stop?").fill("2028")
        page.get_by_label("What do you commit to then?").fill("clinical informatics")
        page.get_by_role("button", name="Save the contract").click()
        expect(page.get_by_role("region", name="Stop contract")).to_contain_text("the Match of 2028")

    def ticks_a_task_off(self) -> None:
        """Tick the first task of the plan off."""
        self.goes_to("Plan")
        self.page.get_by_role("navigation", name="Ways to look at the plan").get_by_role("link", name="List").click()
        box = self.page.get_by_role("button", name="Done: ").first
        task = box.inner_text().partition("Done: ")[2]
        box.click()
        self.page.get_by_role("link", name="All", exact=False).first.click()
        expect(self.page.get_by_role("button", name=f"Done: {task}")).to_have_attribute("aria-pressed", "true")

    def takes(self, button: str) -> bytes:
        """Download what a button gives, and return what arrived."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=button).click()
        return Path(waiting.value.path()).read_bytes()

    def exports(self) -> None:
        """Take the plan as a PDF and everything in one file, and open both."""
        self.goes_to("Export")
        assert self.takes("Download: The whole plan (pdf)").startswith(b"%PDF")
        with ZipFile(io.BytesIO(self.takes("Download (zip)"))) as everything:
            assert everything.testzip() is None
            assert any(name.endswith(".yaml") for name in everything.namelist())

    def makes_a_link(self) -> str:
        """Make a link for someone else, and return it."""
        self.goes_to("Share")
        self.page.get_by_role("button", name="Make a link").click()
        return self.page.locator("input[readonly]").input_value()

    def shares_with(self, other: BrowserContext) -> None:
        """Make a link, let another browser read it, and take it back."""
        theirs = other.new_page()
        theirs.goto(self.makes_a_link())
        expect(theirs.get_by_role("heading", level=1)).to_be_visible()
        expect(theirs.locator("body")).not_to_contain_text(NAME)
        self.page.get_by_role("button", name="Take back the link").click()
        self.sees("No link shows this plan to anyone.")
        answer = theirs.reload()
        assert answer is not None
        assert answer.status in (404, 410)

    def locks(self) -> None:
        """Lock the dossier with a passphrase."""
        self.goes_to("Lock")
        self.page.get_by_label("A passphrase", exact=True).fill(PASSPHRASE)
        self.page.get_by_label("The same once more").fill(PASSPHRASE)
        self.page.get_by_role("button", name="Lock the dossier").click()
        self.is_at("The dossier is locked. Write down this code")

    def leaves(self) -> None:
        """Leave the desk with the dossier locked."""
        self.goes_to("Lock")
        self.page.get_by_role("button", name="Lock it now").click()
        self.is_at("This dossier is locked")

    def comes_back_with(self, secret: str) -> None:
        """Open the locked dossier."""
        self.page.get_by_label("Passphrase").fill(secret)
        self.page.get_by_role("button", name="Open", exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Your way to the")

    def takes_the_lock_off(self) -> None:
        """Take the lock off, so that the erasing has something readable to erase."""
        self.goes_to("Lock")
        self.page.get_by_role("button", name="Take the lock off").click()
        expect(self.page.get_by_role("button", name="Lock the dossier")).to_be_visible()

    def undoes(self) -> None:
        """Take the last change back."""
        self.goes_to("History")
        self.page.get_by_role("button", name="Take it back").click()
        expect(self.page.get_by_role("status").first).not_to_be_empty()

    def erases(self) -> None:
        """Erase the dossier."""
        self.goes_to("Erase")
        self.page.get_by_label("Type the word").fill("erase")
        self.page.get_by_role("button", name="Erase", exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).not_to_have_text("Erase everything")
