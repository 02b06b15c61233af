/** Where sound goes on the host. libvirt manual, Audio backends; QEMU manual, -audiodev. */
import type { Path } from '../../../finding.ts'
import { type Build, hasQemu, leftOut, report, setVariable } from '../../build/index.ts'
import { decisionsOf, writtenIn } from '../../decisions/index.ts'
import { emitPairs, propertyPairs } from '../../writing/index.ts'
import { type Audio, audioProperties, driverNames } from './audio-properties.ts'

export const audioDecisions = decisionsOf<Audio>([audioProperties], {
  ...writtenIn<Audio>()('id type driver runtime_dir'),
})

export function renderAudioBackends(build: Build): void {
  for (const [index, audio] of (build.devices.audio ?? []).entries())
    renderBackend(build, audio, ['devices', 'audio', index])
  reportSilence(build)
}

function renderBackend(build: Build, audio: Audio, path: Path): void {
  const { type = 'none' } = audio
  if (type === 'pipewire' && !hasQemu(build, '8.1'))
    leftOut(build, [...path, 'type'], 'QEMU speaks to PipeWire since 8.1: use pulseaudio.')
  if (type === 'dbus' && !hasQemu(build, '7.0'))
    leftOut(build, [...path, 'type'], 'QEMU has sound over D-Bus since 7.0: use none.')
  const pairs = propertyPairs(build, audioProperties, audio, path, { id: `audio${audio.id ?? 1}` })
  emitPairs(build, '-audiodev', path, driverNames[type] ?? type, pairs)
  // SDL and PipeWire are told by their environment.
  setVariable(build, 'SDL_AUDIODRIVER', audio.driver, [...path, 'driver'])
  setVariable(build, 'PIPEWIRE_RUNTIME_DIR', audio.runtime_dir, [...path, 'runtime_dir'])
}

/** Nobody has said a backend, and the one that libvirt adds plays nowhere. */
function reportSilence(build: Build): void {
  const { sound = [], audio = [] } = build.resolved.domain.devices ?? {}
  const isMute = (build.devices.audio ?? []).every(({ type = 'none' }) => type === 'none')
  if (sound.length > 0 && audio.length === 0 && isMute)
    report(
      build,
      'qemu.differs',
      ['devices', 'sound', 0],
      'The sound goes nowhere: say an audio backend in devices.audio.',
    )
}
