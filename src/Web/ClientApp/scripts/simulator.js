// The simulated line alone: its pages load this beside app.js.
import { liveCall } from './simulator/live-call.js';
import { recorder } from './simulator/recorder.js';
import { ringForm } from './simulator/ring-form.js';

ringForm();
recorder();
liveCall();
