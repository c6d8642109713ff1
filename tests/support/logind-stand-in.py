"""Stands in for logind on a private bus: one session, which locks and loses its seat when a line on standard input says so."""
import os
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

SESSION = '/org/freedesktop/login1/session/_31'
NAME = 'org.freedesktop.login1'


class Manager(dbus.service.Object):
    @dbus.service.method(NAME + '.Manager', in_signature='u', out_signature='o')
    def GetSessionByPID(self, pid):
        if by_user:
            raise dbus.DBusException('not in a session', name=NAME + '.NoSessionForPID')
        return dbus.ObjectPath(SESSION)

    @dbus.service.method(NAME + '.Manager', in_signature='u', out_signature='o')
    def GetUser(self, uid):
        return dbus.ObjectPath('/org/freedesktop/login1/user/_1000')


class User(dbus.service.Object):
    @dbus.service.method('org.freedesktop.DBus.Properties', in_signature='ss', out_signature='v')
    def Get(self, interface, name):
        return dbus.Struct(('1', dbus.ObjectPath(SESSION)), signature='so')


class Session(dbus.service.Object):
    @dbus.service.signal(NAME + '.Session')
    def Lock(self):
        pass

    @dbus.service.signal(NAME + '.Session')
    def Unlock(self):
        pass

    @dbus.service.signal('org.freedesktop.DBus.Properties', signature='sa{sv}as')
    def PropertiesChanged(self, interface, changed, invalidated):
        pass


by_user = '--by-user' in sys.argv
dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.bus.BusConnection(sys.argv[1])
name = dbus.service.BusName(NAME, bus)
manager = Manager(bus, '/org/freedesktop/login1')
user = User(bus, '/org/freedesktop/login1/user/_1000')
session = Session(bus, SESSION)
other = Session(bus, '/org/freedesktop/login1/session/_32')


def hear(source, condition):
    words = os.read(sys.stdin.fileno(), 4096).decode().split()
    for word in words:
        say(word)
    if not words:
        loop.quit()
    return True


def say(line):
    if line == 'lock':
        session.Lock()
    elif line == 'unlock':
        session.Unlock()
    elif line == 'lock-other':
        other.Lock()
    elif line in ('inactive', 'active'):
        session.PropertiesChanged(NAME + '.Session', {'Active': line == 'active'}, [])


loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, hear)
print('ready', flush=True)
loop.run()
