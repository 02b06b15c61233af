/** Where sound goes on the host. libvirt manual, Audio backends; QEMU manual, -audiodev. */
import type { Path } from '../../../finding.ts'
import { type Build, emit, find, hasQemu } from '../../build.ts'
import { type OptionValue, options } from '../../options.ts'
import { type Said, said } from '../../said.ts'
import {
  type Audio,
  type AudioStream,
  backendSwitches,
  backendTexts,
  driverNames,
  streamNumbers,
  streamSwitches,
  streamTexts,
} from './audio-keys.ts'

const streamSaid: Said<AudioStream> = {
  mixing_engine: said,
  fixed_settings: said,
  voices: said,
  buffer_length: said,
  dev: said,
  try_poll: said,
  buffer_count: said,
  name: said,
  stream_name: said,
  latency: said,
  server_name: said,
  client_name: said,
  connect_ports: said,
  exact_name: said,
  settings: { frequency: said, channels: said, format: said },
}

export const audioSaid: Said<Audio> = {
  id: said,
  type: said,
  timer_period: said,
  server_name: said,
  try_mmap: said,
  exclusive: said,
  dsp_policy: said,
  path: said,
  driver: said,
  runtime_dir: said,
  input: streamSaid,
  output: streamSaid,
}

export function renderAudioBackends(build: Build): void {
  for (const [index, audio] of (build.devices.audio ?? []).entries())
    renderBackend(build, audio, ['devices', 'audio', index])
  reportSilence(build)
}

function renderBackend(build: Build, audio: Audio, path: Path): void {
  const { type = 'none' } = audio
  if (type === 'pipewire' && !hasQemu(build, '8.1'))
    find(build, 'qemu.unsupported', [...path, 'type'], 'QEMU speaks to PipeWire since 8.1: use pulseaudio.')
  if (type === 'dbus' && !hasQemu(build, '7.0'))
    find(build, 'qemu.unsupported', [...path, 'type'], 'QEMU has sound over D-Bus since 7.0: use none.')
  const pairs: Record<string, OptionValue> = {
    id: `audio${audio.id ?? 1}`,
    'timer-period': audio.timer_period === 0 ? undefined : audio.timer_period,
  }
  for (const [key, field] of backendSwitches) pairs[key] = audio[field]
  pairs['dsp-policy'] = audio.dsp_policy
  for (const [key, field] of backendTexts) pairs[key] = audio[field]
  addStream(pairs, 'in', audio.input)
  addStream(pairs, 'out', audio.output)
  emit(build, '-audiodev', path, options(driverNames[type] ?? type, pairs))
  setEnvironment(build, audio, path)
}

function addStream(pairs: Record<string, OptionValue>, side: string, stream: AudioStream | undefined): void {
  if (stream === undefined) return
  for (const [key, field] of streamSwitches) pairs[`${side}.${key}`] = stream[field]
  for (const [key, field] of streamNumbers)
    pairs[`${side}.${key}`] = stream[field] === 0 ? undefined : stream[field]
  for (const [key, field] of streamTexts) pairs[`${side}.${key}`] = stream[field]
  pairs[`${side}.frequency`] = stream.settings?.frequency
  pairs[`${side}.channels`] = stream.settings?.channels
  pairs[`${side}.format`] = stream.settings?.format
}

/** SDL and PipeWire are told by their environment. */
function setEnvironment(build: Build, { driver, runtime_dir: directory }: Audio, path: Path): void {
  const variables = [
    { name: 'SDL_AUDIODRIVER', value: driver, key: 'driver' },
    { name: 'PIPEWIRE_RUNTIME_DIR', value: directory, key: 'runtime_dir' },
  ]
  for (const { name, value, key } of variables) {
    if (value === undefined) continue
    const at = [...path, key]
    build.environment.push({ name, value, path: at })
    find(
      build,
      'qemu.host-setup',
      at,
      `Start QEMU with ${name}=${value} in its environment, as the script does.`,
    )
  }
}

/** Nobody has said a backend, and the one that libvirt adds plays nowhere. */
function reportSilence(build: Build): void {
  const { sound = [], audio = [] } = build.resolved.domain.devices ?? {}
  const isMute = (build.devices.audio ?? []).every(({ type = 'none' }) => type === 'none')
  if (sound.length > 0 && audio.length === 0 && isMute)
    find(
      build,
      'qemu.differs',
      ['devices', 'sound', 0],
      'The sound goes nowhere: say an audio backend in devices.audio.',
    )
}
