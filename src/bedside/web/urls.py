"""Every address of the app."""

from __future__ import annotations

from django.urls import include, path

from bedside.web.pages import (
    budget,
    clinic,
    compare,
    decision,
    entries,
    erase,
    export,
    first_look,
    health,
    history,
    home,
    interview,
    job,
    lock,
    me,
    opening,
    plan,
    resume,
    share,
    sources,
    standing,
    story,
    ways_back,
)

OF_A_DOSSIER = [
    path("", home.home, name="home"),
    path("seven-days/", home.seven_days, name="seven_days"),
    path("me/", me.me, name="me"),
    path("me/<slug:chapter>/", me.chapter, name="chapter"),
    path("me/<slug:chapter>/save/", me.save_part, name="save_part"),
    path("me/<slug:chapter>/remove/", me.remove_entry, name="remove_entry"),
    path("standing/", standing.standing, name="standing"),
    path("decision/", decision.decision, name="decision"),
    path("decision/save/", decision.save_decision, name="save_decision"),
    path("clinic/", clinic.clinic, name="clinic"),
    path("clinic/asked/", clinic.asked, name="clinic_asked"),
    path("clinic/book/", clinic.book, name="clinic_book"),
    path("clinic/fact-sheet/", clinic.fact_sheet, name="fact_sheet"),
    path("clinic/fact-sheet/<slug:ending>/", clinic.fact_sheet_file, name="fact_sheet_file"),
    path("plan/", plan.plan, name="plan"),
    path("plan/tick/", plan.tick, name="tick"),
    path("budget/", budget.budget, name="budget"),
    path("story/", story.story, name="story"),
    path("story/save/", story.save_slot, name="save_slot"),
    path("story/drafts/", story.drafts, name="drafts"),
    path("story/drafts/<int:number>/", story.draft, name="draft"),
    path("story/drafts/<int:number>/read/", story.read_draft, name="read_draft"),
    path("story/one/", story.one_story_page, name="one_story"),
    path("story/job/", job.job, name="story_job"),
    path("story/entries/", entries.entries, name="story_entries"),
    path("story/interview/", interview.interview, name="story_interview"),
    path("story/interview/<slug:question>/", interview.one_answer, name="story_answer"),
    path("sources/", sources.sources, name="sources"),
    path("export/", export.export, name="export"),
    path("export/<slug:what>/", export.download, name="download"),
    path("compare/", compare.compare, name="compare"),
    path("resume/", resume.resume, name="resume"),
    path("share/", share.share, name="share"),
    path("share/<slug:what>/", share.share_file, name="share_file"),
    path("history/", history.history, name="history"),
    path("lock/", lock.lock, name="lock"),
    path("unlock/", lock.unlock, name="unlock"),
    path("erase/", erase.erase, name="erase"),
    path("keep/", ways_back.keep, name="keep"),
]

urlpatterns = [
    path("", first_look.six_questions, name="start"),
    path("first-look/", first_look.first_look, name="first_look"),
    path("begin/", first_look.begin_here, name="begin"),
    path("open/", opening.open_a_file, name="open"),
    path("privacy/", first_look.privacy, name="privacy"),
    path("return/", ways_back.come_back, name="come_back"),
    path("link/<str:token>/", ways_back.by_secret_link, name="secret_link"),
    path("this-machine/<str:key>/", ways_back.at_this_machine, name="this_machine"),
    path("shared/<str:token>/", share.shared, name="shared"),
    path("health/", health.health, name="health"),
    path("dossier/<uuid:id>/", include(OF_A_DOSSIER)),
]

handler400 = "bedside.web.pages.errors.not_understood"
handler403 = "bedside.web.pages.errors.not_allowed"
handler404 = "bedside.web.pages.errors.not_found"
handler500 = "bedside.web.pages.errors.fault"
