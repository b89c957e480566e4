import socket
import time

from portal.outside.connect import Deadline


def test_a_connection_made_after_the_time_is_over_is_cut_at_once():
    deadline = Deadline(0.01)
    while not deadline.passed:
        time.sleep(0.01)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.settimeout(2)
        deadline.watch(ours)
        assert theirs.recv(1) == b""
    deadline.close()


def test_a_connection_whose_reader_is_done_is_left_alone():
    deadline = Deadline(60)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        deadline.watch(ours)
        deadline.close()
        ours.sendall(b"x")
        assert theirs.recv(1) == b"x"
        ours.close()  # no twin of it is left open
        theirs.settimeout(2)
        assert theirs.recv(1) == b""
