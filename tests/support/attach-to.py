"""Tries each way into another process that a program of the same user has, and says what came of it.

Argument: the process id. Standard input: what is looked for, as JSON texts of hexadecimal digits. Standard output, as JSON:
`maps` is `listed`, `memory` is `found` or `absent`, `vm` is `read`, `trace` is `attached`; each is the name of the error where it was refused.
"""

import ctypes
import errno
import json
import re
import sys

PTRACE_SEIZE = 0x4206
LIBC = ctypes.CDLL(None, use_errno=True)


class Span(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def name_of(number):
    return errno.errorcode.get(number, str(number))


def list_regions(pid):
    regions = []
    with open(f"/proc/{pid}/maps") as lines:
        for line in lines:
            start, end, mode = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if mode.startswith("rw"):
                regions.append((int(start, 16), int(end, 16)))
    return regions


def search(pid, regions, needles):
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end in regions:
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, OverflowError, MemoryError):
                continue
            if any(needle in held for needle in needles):
                return "found"
    return "absent"


def read_across(pid, address):
    into = ctypes.create_string_buffer(8)
    local = Span(ctypes.cast(into, ctypes.c_void_p), 8)
    remote = Span(address, 8)
    read = LIBC.process_vm_readv(pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0)
    return "read" if read == 8 else name_of(ctypes.get_errno())


def trace(pid):
    LIBC.ptrace.restype = ctypes.c_long
    # It does not stop the process, and ends with this one.
    return "attached" if LIBC.ptrace(PTRACE_SEIZE, pid, None, None) == 0 else name_of(ctypes.get_errno())


def attempt(work):
    try:
        return work()
    except OSError as error:
        return name_of(error.errno)


target = int(sys.argv[1])
wanted = [bytes.fromhex(form) for form in json.load(sys.stdin)]
found = []
result = {"maps": attempt(lambda: found.extend(list_regions(target)) or "listed")}
result["memory"] = attempt(lambda: search(target, found, wanted))
# Whether it may be read is decided before the address is looked at.
result["vm"] = read_across(target, found[0][0] if found else 0x10000)
result["trace"] = trace(target)
print(json.dumps(result))
