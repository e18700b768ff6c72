"""Loaded by the test run and by every Python that it starts: no socket but local ones, and no name is looked up."""

import sys

_ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_LOCAL = 1
"""AF_UNIX; to import the module that names it would take longer than all else here."""


def _refuse(event, arguments):
    if event in _ASKING or (event == "socket.__new__" and arguments[1] not in (_LOCAL, -1)):
        raise OSError("no network in this test run")


sys.addaudithook(_refuse)
