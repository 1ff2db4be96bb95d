"""The docker command's arithmetic, on answers of engines that this machine cannot all be."""

from commands import engine_readings as readings
from commands.engine_figures import disk_usage, stats


def _cpu(total: int, system: int, **more: object) -> dict[str, object]:
    return {"cpu_usage": {"total_usage": total, **more}, "system_cpu_usage": system}


def test_cpu_is_the_share_of_all_cores_since_the_sample_before() -> None:
    raw = {"cpu_stats": _cpu(300, 2000) | {"online_cpus": 4}, "precpu_stats": _cpu(100, 1000)}

    assert stats("x", raw).cpu == 80.0


def test_an_engine_that_does_not_count_its_cores_has_one_figure_for_each() -> None:
    raw = {"cpu_stats": _cpu(300, 2000, percpu_usage=[1, 2]), "precpu_stats": _cpu(100, 1000)}

    assert stats("x", raw).cpu == 40.0


def test_the_first_sample_of_all_has_no_share_yet() -> None:
    assert stats("x", {"cpu_stats": _cpu(300, 0), "precpu_stats": _cpu(0, 0)}).cpu == 0.0


def test_memory_leaves_out_the_page_cache_of_either_cgroup_version() -> None:
    first = stats("x", {"memory_stats": {"usage": 100, "limit": 1000, "stats": {"total_inactive_file": 30}}})
    second = stats("x", {"memory_stats": {"usage": 100, "limit": 1000, "stats": {"inactive_file": 40}}})
    impossible = stats("x", {"memory_stats": {"usage": 100, "stats": {"inactive_file": 400}}})

    assert (first.memory, second.memory, impossible.memory) == (70, 60, 100)
    assert first.memory_limit == 1000


def test_network_and_disk_are_summed_over_interfaces_and_devices() -> None:
    raw = {
        "networks": {"eth0": {"rx_bytes": 1, "tx_bytes": 10}, "eth1": {"rx_bytes": 2, "tx_bytes": 20}},
        "blkio_stats": {
            "io_service_bytes_recursive": [
                {"op": "Read", "value": 5},
                {"op": "read", "value": 6},
                {"op": "Write", "value": 7},
                {"op": "Total", "value": 99},
            ]
        },
        "pids_stats": {"current": 3},
    }
    sample = stats("x", raw)

    assert (sample.network_in, sample.network_out, sample.block_in, sample.block_out, sample.pids) == (3, 30, 11, 7, 3)


def test_a_stopped_container_s_answer_is_all_zeros() -> None:
    sample = stats("x", {"cpu_stats": {}, "memory_stats": {}, "blkio_stats": {"io_service_bytes_recursive": None}})

    assert (sample.cpu, sample.memory, sample.block_in, sample.pids) == (0.0, 0, 0, 0)


def test_disk_usage_says_what_could_be_had_back() -> None:
    raw = {
        "LayersSize": 1000,
        "Images": [
            {"Containers": 1, "Size": 600, "SharedSize": 100},
            {"Containers": 0, "Size": 500, "SharedSize": 100},
            {"Containers": 1, "Size": -1, "SharedSize": -1},
        ],
        "Containers": [{"State": "running", "SizeRw": 10}, {"State": "exited", "SizeRw": 5}],
        "Volumes": [{"UsageData": {"RefCount": 1, "Size": 7}}, {"UsageData": {"RefCount": 0, "Size": 3}}, {}],
        "BuildCache": [
            {"InUse": False, "Shared": False, "Size": 40},
            {"InUse": True, "Size": 2},
            {"Shared": True, "Size": 9},
        ],
    }
    rows = [(row.total, row.active, row.size, row.reclaimable) for row in disk_usage(raw)]

    assert rows == [(3, 2, 1000, 500), (2, 1, 15, 5), (3, 1, 10, 3), (3, 1, 42, 40)]


def test_moments_of_docker_and_podman_are_read() -> None:
    docker, podman = (
        readings.moment("2026-05-04T10:00:00.123456789Z"),
        readings.moment("2026-05-04T12:00:00.5+02:00"),
    )
    assert docker is not None
    assert podman is not None
    assert docker.isoformat() == "2026-05-04T10:00:00.123456+00:00"
    assert (docker - podman).total_seconds() == -0.376544
    assert readings.moment("0001-01-01T00:00:00Z") is None
    assert readings.moment("") is None


def test_a_container_s_own_name_is_not_one_that_links_gave_it() -> None:
    raw = {"Id": "a" * 64, "Names": ["/other/alias", "/web"], "Image": "x", "State": "running", "Created": 0}

    assert readings.container(raw).name == "web"
    assert readings.container(raw | {"Names": None}).name == "a" * 12


def test_a_dangling_image_has_no_tags() -> None:
    raw = {"Id": "sha256:a", "RepoTags": ["<none>:<none>"], "Size": 1, "Created": 0}

    assert readings.image(raw).tags == ()
    assert readings.image(raw | {"RepoTags": None}).tags == ()
