"""The figures of all the indicators of a goal in one file, with where each comes from."""

from sdg_pages.downloads.goal_files import goal_csv_lines, goal_xlsx_file
from sdg_pages.downloads.goal_table import GoalTable, goal_table

__all__ = ["GoalTable", "goal_csv_lines", "goal_table", "goal_xlsx_file"]
