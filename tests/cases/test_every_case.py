"""Which test holds which of the small cases that once failed: each kind is tried there, siblings included."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

_SHOWN, _LISTS = "staff/importer/test_excel_as_shown.py", "staff/importer/test_lists_and_marks.py"
_OUTCOME, _ASKED = "views/test_outcome.py", "cases/test_answers.py::test_it_is_asked_about_and_nothing_is_written"
_BAD = "bad_input/test_cases.py::test_bad_input_is_told_word_for_word"

CASES = {
    1: f"{_SHOWN}::test_a_number_that_excel_made_a_date_is_told_and_no_number_is_invented",
    2: f"{_SHOWN}::test_hidden_row_and_column_are_left_out_with_their_words_told",
    3: f"{_SHOWN}::test_a_formula_without_a_value_says_nothing_of_the_document",
    4: f"{_SHOWN}::test_an_error_of_excel_is_no_word_of_the_plan",
    5: f"{_SHOWN}::test_a_strict_workbook_is_read_and_no_library_speaks",
    6: f"{_SHOWN}::test_title_rows_are_no_goals_and_rows_have_the_numbers_excel_shows",
    7: f"{_SHOWN}::test_title_rows_are_no_goals_and_rows_have_the_numbers_excel_shows",
    8: f"{_LISTS}::test_items_of_a_list_stay_lines_in_the_draft",
    9: f"{_LISTS}::test_a_footnote_mark_set_by_hand_stays_raised_and_is_told",
    10: f"{_LISTS}::test_what_follows_a_name_in_brackets_is_no_part_of_it",
    11: "staff/importer/test_executors.py::test_lists_of_adjectives_may_be_several_bodies",
    12: f"{_LISTS}::test_title_act_and_period_are_not_those_of_another_document",
    13: f"{_LISTS}::test_a_plan_without_numbers_shows_none",
    14: "build/test_drafts.py::test_a_real_build_leaves_it_out_marks_it_when_asked_and_keeps_the_old_site_of_a_published_one",
    15: "staff/scaffold/test_commands.py::test_import_of_a_file_without_a_plan_ends_with_one_for_people_and_programs",
    16: "cases/test_mistakes.py::test_letters_nobody_meant_are_told_with_their_code",
    17: "language/terms/test_golden.py::test_every_phrase_is_read_exactly",
    19: "staff/reporting/test_through_libreoffice.py::test_two_forms_make_one_site_in_both_orders",
    20: "staff/reporting/test_reading.py::test_forms_of_two_executors_make_one_state_in_any_order",
    **dict.fromkeys((21, 22, 23, 24, 25, 27, 28, 31), _ASKED),
    26: "staff/reporting/test_reading.py::test_a_comment_in_joined_cells_is_asked_about_as_it_stands_beside_the_first_only",
    29: "staff/reporting/test_reading.py::test_totals_and_signatures_under_the_table_are_passed_over_with_a_remark",
    30: "staff/reporting/test_reading.py::test_totals_and_signatures_under_the_table_are_passed_over_with_a_remark",
    32: "staff/reporting/test_reading.py::test_an_opendocument_table_gets_the_way_out",
    33: "staff/reporting/test_form.py::test_rows_are_as_high_as_their_words_and_grow_when_more_is_typed",
    34: f"{_OUTCOME}::test_the_sentences_on_top_agree_with_the_groups_below",
    35: f"{_OUTCOME}::test_every_measure_stands_in_exactly_one_group_and_none_with_a_report_among_the_silent",
    36: "views/test_plan_over.py::test_a_plan_that_is_over_says_so_though_only_we_chose_its_days",
    37: "pages/test_absence.py::test_dates_of_a_period_are_ours_only_where_that_is_said",
    38: "pages/test_absence.py::test_no_page_prints_absence_for_what_nobody_filled",
    39: "history/test_changes.py::test_three_changes_of_a_plan_are_told_one_by_one",
    40: "outputs/test_csv_in_libreoffice.py::test_no_text_of_a_plan_becomes_anything_else",
    41: "embeds/test_wordpress.py::test_height_follows_and_links_open",
    42: "embeds/test_wordpress.py::test_a_theme_that_resets_frames_leaves_the_height_of_the_code",
    43: "shown/test_shown.py::test_templates_show_what_they_showed",
    44: "build/test_offline.py::test_it_is_read_and_searched_from_a_disk",
    45: "history/test_last_changed.py::test_the_sitemap_tells_the_days_and_not_that_of_the_build",
    46: "build/test_site_address.py::test_what_is_no_address_is_refused_with_the_cure",
    47: "build/test_site_address.py::test_what_is_no_address_is_refused_with_the_cure",
    48: "commands/test_settings_file.py::test_a_menu_that_leads_nowhere_stops_the_build",
    49: "accessibility/test_words_in_tables.py::test_no_word_in_a_cell_has_two_line_boxes",
    50: "accessibility/test_every_stop.py::test_what_is_chosen_in_the_settings_stays_in_view",
    51: "accessibility/test_every_stop.py::test_tab_does_not_jump_into_a_table_that_does_not_scroll",
    52: "language/spoken/test_voice.py::test_the_voice_says_the_words_and_said_others_before",
    53: "pages/test_readings.py::test_sums_and_their_unit_are_heard_in_words",
    54: "search/test_ordinary_words.py::test_words_once_taken_for_strangers_are_not",
    55: "search/test_names.py::test_every_name_of_an_executor_brings_it_first_in_its_own_community",
    56: "search/test_names.py::test_every_name_of_an_executor_brings_it_first_in_its_own_community",
    57: "search/test_names.py::test_who_asks_for_help_gets_the_way_to_ask_first",
    58: "staff/scaffold/test_wheel.py::test_a_new_site_from_the_wheel",
    59: "pages/test_whose_site.py::test_the_councils_own_site_is_not_called_a_strangers",
    60: "search/test_examples.py::test_a_site_that_holds_none_of_our_words_offers_those_who_do_most",
    61: "staff/scaffold/test_own_site.py::test_everything_is_locked_by_hash_or_nothing_is",
    **dict.fromkeys((62, 63), _BAD),
    64: "source/test_disk.py::test_what_is_no_file_of_the_folder_is_refused_by_name_all_at_once",
    65: "upkeep/test_set_up.py::test_a_cyrillic_folder_needs_no_locale",
}


@pytest.mark.parametrize(("case", "test"), CASES.items())
def test_the_test_of_a_case_is_there(case: int, test: str) -> None:
    file, _, name = test.partition("::")
    defined = ast.walk(ast.parse((TESTS / file).read_text(encoding="utf-8")))
    assert name in {one.name for one in defined if isinstance(one, ast.FunctionDef)}, case
