/** What a backend of `-audiodev` can be told. QEMU's `audio.json`; `qemu_command.c` of libvirt. */
import type { Devices, Item } from '../../../domain/index.ts'
import { counted, number, onOff, sameWords, text } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'

export type Audio = Item<Devices['audio']>

/** What libvirt calls the backends that QEMU calls otherwise. */
export const driverNames: Readonly<Record<string, string>> = { pulseaudio: 'pa', file: 'wav' }

const property = propertyOf<Audio>()

function stream(side: 'in' | 'out', field: 'input' | 'output'): Properties<Audio> {
  return {
    [`${side}.mixing-engine`]: property(`${field}.mixing_engine`, onOff),
    [`${side}.fixed-settings`]: property(`${field}.fixed_settings`, onOff),
    [`${side}.try-poll`]: property(`${field}.try_poll`, onOff),
    [`${side}.exact-name`]: property(`${field}.exact_name`, onOff),
    [`${side}.voices`]: property(`${field}.voices`, counted),
    [`${side}.buffer-length`]: property(`${field}.buffer_length`, counted),
    [`${side}.buffer-count`]: property(`${field}.buffer_count`, counted),
    [`${side}.latency`]: property(`${field}.latency`, counted),
    [`${side}.dev`]: property(`${field}.dev`, text),
    [`${side}.name`]: property(`${field}.name`, text),
    [`${side}.stream-name`]: property(`${field}.stream_name`, text),
    [`${side}.server-name`]: property(`${field}.server_name`, text),
    [`${side}.client-name`]: property(`${field}.client_name`, text),
    [`${side}.connect-ports`]: property(`${field}.connect_ports`, text),
    [`${side}.frequency`]: property(`${field}.settings.frequency`, number),
    [`${side}.channels`]: property(`${field}.settings.channels`, number),
    [`${side}.format`]: property(
      `${field}.settings.format`,
      sameWords('s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32'),
    ),
  }
}

export const audioProperties: Properties<Audio> = {
  id: given,
  'timer-period': property('timer_period', counted),
  'try-mmap': property('try_mmap', onOff),
  exclusive: property('exclusive', onOff),
  'dsp-policy': property('dsp_policy', number),
  server: property('server_name', text),
  path: property('path', text),
  ...stream('in', 'input'),
  ...stream('out', 'output'),
}
