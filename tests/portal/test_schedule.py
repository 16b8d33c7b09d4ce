import logging

from portal.schedule import Schedule


def test_a_job_runs_again_only_when_its_time_has_come():
    schedule, runs = Schedule(), []
    schedule.add("count", lambda: runs.append(1), every=20)
    assert schedule.run_due(100) == ["count"]
    assert schedule.run_due(119) == []
    assert schedule.run_due(120) == ["count"]
    assert len(runs) == 2


def test_a_failing_job_is_logged_and_does_not_stop_the_others(caplog):
    schedule, runs = Schedule(), []
    schedule.add("broken", lambda: 1 / 0, every=1)
    schedule.add("count", lambda: runs.append(1), every=1)
    with caplog.at_level(logging.ERROR):
        schedule.run_due(0)
    assert runs == [1]
    assert "The scheduled job broken failed" in caplog.text


def test_a_name_added_twice_replaces_the_former_job():
    schedule, runs = Schedule(), []
    schedule.add("count", lambda: runs.append("old"), every=1)
    schedule.add("count", lambda: runs.append("new"), every=1)
    schedule.run_due(0)
    assert runs == ["new"]
