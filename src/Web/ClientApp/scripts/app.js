import { copying } from './copy.js';
import { dialogs } from './dialogs.js';
import { forms } from './forms.js';
import { menus } from './menus.js';
import { players } from './player.js';
import { selection } from './selection.js';
import { themeSwitch } from './theme-switch.js';
import { timeZone } from './time-zone.js';
import { toasts } from './toasts.js';

themeSwitch();
menus();
dialogs();
forms();
selection();
copying();
timeZone();
toasts();
players();
