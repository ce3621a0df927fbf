"""Every address of the app."""

from __future__ import annotations

from django.urls import include, path

from bedside.web.pages import sources
from bedside.web.pages.chances import best_list, next_move, odds, rank
from bedside.web.pages.entrance import first_look, opening, ways_back
from bedside.web.pages.me import decision, home, me, standing
from bedside.web.pages.plan import budget, clinic, plan
from bedside.web.pages.programs import adding, lists, programs
from bedside.web.pages.story import entries, interview, job, story
from bedside.web.pages.your_file import compare, erase, export, history, lock, resume, share
from bedside.web.serving import health

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
    path("programs/", programs.programs, name="programs"),
    path("programs/one/<str:key>/", programs.program, name="program"),
    path("programs/compare/", programs.compare, name="programs_compare"),
    path("programs/waiting/", programs.waiting, name="programs_waiting"),
    path("programs/as-<slug:ending>/", programs.as_file, name="programs_file"),
    path("programs/add/", adding.add, name="programs_add"),
    path("programs/add/look/", adding.look, name="programs_look"),
    path("programs/lists/", lists.lists, name="programs_lists"),
    path("programs/lists/fetch/", lists.fetch, name="programs_fetch"),
    path("programs/lists/how-far/", lists.how_far, name="programs_how_far"),
    path("programs/questions/", lists.questions, name="programs_questions"),
    path("odds/", odds.odds, name="odds"),
    path("list/", best_list.best_list, name="best_list"),
    path("list/as-<slug:ending>/", best_list.as_file, name="list_file"),
    path("next-move/", next_move.next_move, name="next_move"),
    path("list/curves/", best_list.curves, name="list_curves"),
    path("list/keep/", best_list.keep_list, name="keep_list"),
    path("rank/", rank.rank, name="rank"),
    path("rank/move/", rank.move, name="rank_move"),
    path("rank/as-<slug:ending>/", rank.as_file, name="rank_file"),
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

handler400 = "bedside.web.frame.errors.not_understood"
handler403 = "bedside.web.frame.errors.not_allowed"
handler404 = "bedside.web.frame.errors.not_found"
handler500 = "bedside.web.frame.errors.fault"
