"""A window of another application that takes the keyboard on the display in DISPLAY, until this is ended: a line when it has, and one with the number of each key that is pressed there."""
import ctypes

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [ctypes.c_ulong] * 2
x11.XCreateSimpleWindow.restype = ctypes.c_ulong
x11.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
x11.XMapRaised.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
x11.XSetInputFocus.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_ulong]
x11.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]


class KeyEvent(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("root", ctypes.c_ulong),
        ("subwindow", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        ("at", ctypes.c_int * 4),
        ("state", ctypes.c_uint),
        ("keycode", ctypes.c_uint),
        # As long as the union of all events.
        ("rest", ctypes.c_long * 24),
    ]


KEY_PRESS = 2
KEY_PRESS_MASK = 1
REVERT_TO_PARENT = 2
display = x11.XOpenDisplay(None)
window = x11.XCreateSimpleWindow(display, x11.XDefaultRootWindow(display), 0, 0, 120, 80, 0, 0, 0)
x11.XSelectInput(display, window, KEY_PRESS_MASK)
x11.XMapRaised(display, window)
x11.XSync(display, 0)
x11.XSetInputFocus(display, window, REVERT_TO_PARENT, 0)
x11.XSync(display, 0)
print("there", flush=True)
event = KeyEvent()
while True:
    x11.XNextEvent(display, ctypes.byref(event))
    if event.type == KEY_PRESS:
        print(event.keycode, flush=True)
