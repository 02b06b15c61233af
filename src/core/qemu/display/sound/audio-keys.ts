/** Keys of `-audiodev` and the fields of libvirt that they are. QEMU's `audio.json`; `qemu_command.c` of libvirt. */
import type { Devices, Item } from '../../../domain/index.ts'

export type Audio = Item<Devices['audio']>
export type AudioStream = NonNullable<Audio['input']>

/** What libvirt calls the backends that QEMU calls otherwise. */
export const driverNames: Readonly<Record<string, string>> = { pulseaudio: 'pa', file: 'wav' }

export const backendSwitches = [
  ['try-mmap', 'try_mmap'],
  ['exclusive', 'exclusive'],
] as const
export const backendTexts = [
  ['server', 'server_name'],
  ['path', 'path'],
] as const

/** Of `in.` and `out.`; settings are apart. */
export const streamSwitches = [
  ['mixing-engine', 'mixing_engine'],
  ['fixed-settings', 'fixed_settings'],
  ['try-poll', 'try_poll'],
  ['exact-name', 'exact_name'],
] as const
export const streamNumbers = [
  ['voices', 'voices'],
  ['buffer-length', 'buffer_length'],
  ['buffer-count', 'buffer_count'],
  ['latency', 'latency'],
] as const
export const streamTexts = [
  ['dev', 'dev'],
  ['name', 'name'],
  ['stream-name', 'stream_name'],
  ['server-name', 'server_name'],
  ['client-name', 'client_name'],
  ['connect-ports', 'connect_ports'],
] as const

export const sampleFormats = ['s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32'] as const
