"""What the operating system keeps from a process that runs other people's queries."""

import ctypes
import resource
import signal

__all__ = ["arm", "confine", "limit_memory"]

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def confine() -> None:
    """Take the network, and the right to write files or core dumps, from this process for good.

    Where the system does not permit a network namespace (a container without the right, say), the
    engines' own refusals of SERVICE and LOAD CSV stand alone.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(kind, (0, 0))


def limit_memory(size: int) -> None:
    """Let this process have no more than ``size`` bytes of address space."""
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def arm(seconds: float) -> None:
    """Let the kernel end this process after so many seconds, even if its parent is gone; 0 disarms."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
