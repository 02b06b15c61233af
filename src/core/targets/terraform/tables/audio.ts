/** Sound cards and where their sound goes. */
import { attributes, kind, list, numbers, object, required, text } from '../words.ts'
import { acpi, alias, queueIds, typed, virtioDriver } from './shared.ts'

const settings = {
  ...numbers('channels frequency'),
  ...attributes('format'),
}

const sdlInput = {
  ...numbers('bufferLength voices'),
  ...attributes('dev fixedSettings mixingEngine'),
  settings: object('settings', settings),
}

const coreAudioInput = {
  ...numbers('bufferCount bufferLength voices'),
  ...attributes('fixedSettings mixingEngine'),
  settings: object('settings', settings),
}

const dbusInput = {
  ...numbers('bufferLength voices'),
  ...attributes('fixedSettings mixingEngine'),
  settings: object('settings', settings),
}

const audioInOut = {
  input: object('input', dbusInput),
  output: object('output', dbusInput),
}

const jackInput = {
  ...numbers('bufferLength voices'),
  ...attributes('clientName connectPorts exactName fixedSettings mixingEngine serverName'),
  settings: object('settings', settings),
}

const ossInput = {
  ...numbers('bufferCount bufferLength voices'),
  ...attributes('dev fixedSettings mixingEngine tryPoll'),
  settings: object('settings', settings),
}

const pipeWireInput = {
  ...numbers('bufferLength latency voices'),
  ...attributes('fixedSettings mixingEngine name streamName'),
  settings: object('settings', settings),
}

export const audio = {
  ...numbers('id timerPeriod'),
  alsa: kind('@type', 'alsa', {
    input: object('input', sdlInput),
    output: object('output', sdlInput),
  }),
  core_audio: kind('@type', 'coreaudio', {
    input: object('input', coreAudioInput),
    output: object('output', coreAudioInput),
  }),
  dbus: kind('@type', 'dbus', audioInOut),
  file: kind('@type', 'file', {
    ...attributes('path'),
    input: object('input', dbusInput),
    output: object('output', dbusInput),
  }),
  jack: kind('@type', 'jack', {
    input: object('input', jackInput),
    output: object('output', jackInput),
  }),
  none: kind('@type', 'none', audioInOut),
  oss: kind('@type', 'oss', {
    ...numbers('dspPolicy'),
    ...attributes('exclusive'),
    input: object('input', ossInput),
    output: object('output', ossInput),
    try_m_map: text('@tryMMap'),
  }),
  pipe_wire: kind('@type', 'pipewire', {
    ...attributes('runtimeDir'),
    input: object('input', pipeWireInput),
    output: object('output', pipeWireInput),
  }),
  pulse_audio: kind('@type', 'pulseaudio', {
    ...attributes('serverName'),
    input: object('input', pipeWireInput),
    output: object('output', pipeWireInput),
  }),
  sdl: kind('@type', 'sdl', {
    ...attributes('driver'),
    input: object('input', coreAudioInput),
    output: object('output', coreAudioInput),
  }),
  spice: kind('@type', 'spice', audioInOut),
}

export const sound = {
  ...numbers('streams'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  audio: object('audio', queueIds),
  codec: list('codec', typed),
  driver: object('driver', virtioDriver),
  model: required(text('@model')),
  multi_channel: text('@multichannel'),
}
