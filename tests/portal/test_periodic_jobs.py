import logging

from portal.periodic_jobs import PeriodicJobs


def test_a_job_runs_again_only_when_its_time_has_come():
    jobs, runs = PeriodicJobs(), []
    jobs.add("count", lambda: runs.append(1), every=20)
    assert jobs.run_due(100) == ["count"]
    assert jobs.run_due(119) == []
    assert jobs.run_due(120) == ["count"]
    assert len(runs) == 2


def test_a_failing_job_is_logged_and_does_not_stop_the_others(caplog):
    jobs, runs = PeriodicJobs(), []
    jobs.add("broken", lambda: 1 / 0, every=1)
    jobs.add("count", lambda: runs.append(1), every=1)
    with caplog.at_level(logging.ERROR):
        jobs.run_due(0)
    assert runs == [1]
    assert "The scheduled job broken failed" in caplog.text


def test_a_name_added_twice_replaces_the_former_job():
    jobs, runs = PeriodicJobs(), []
    jobs.add("count", lambda: runs.append("old"), every=1)
    jobs.add("count", lambda: runs.append("new"), every=1)
    jobs.run_due(0)
    assert runs == ["new"]
