/** The security chip. libvirt manual, TPM device; swtpm(8); QEMU manual, -tpmdev. */
import type { Path } from '../../finding.ts'
import { type Build, type Devices, device, emit, find, type Item, idOf, socketPath } from '../build.ts'
import { options } from '../options.ts'
import { byHand, quiet, type Said, said } from '../said.ts'
import { placeSaid } from '../said-of-devices.ts'

type Tpm = Item<Devices['tpm']>

export const tpmSaid: Said<Tpm> = {
  model: said,
  backend: {
    type: said,
    version: said,
    persistent_state: quiet('The state stays in the state directory.'),
    debug: said,
    encryption: byHand(
      'The state is not encrypted: the key is a secret of libvirt’s. Add --key file=… to swtpm.',
    ),
    device: said,
    profile: byHand('The profile is left out: add --profile name=… to swtpm, from 0.10.'),
  },
  ...placeSaid,
}

export function renderTpms(build: Build): void {
  for (const [index, tpm] of (build.devices.tpm ?? []).entries()) {
    const path = ['devices', 'tpm', index]
    if (!renderBackend(build, tpm, index, path)) continue
    device(build, modelOf(build, tpm), path, {
      tpmdev: `tpm${index}`,
      id: idOf(build, tpm.alias, `tpm-device${index}`, path),
    })
  }
}

/** CRB is for x86; ARM has TIS on its own bus. */
function modelOf(build: Build, tpm: Tpm): string {
  const model = tpm.model ?? (tpm.backend?.version === '2.0' && build.isX86 ? 'tpm-crb' : 'tpm-tis')
  return model === 'tpm-tis' && !build.isX86 ? 'tpm-tis-device' : model
}

function renderBackend(build: Build, tpm: Tpm, index: number, path: Path): boolean {
  const { backend } = tpm
  const id = `tpm${index}`
  switch (backend?.type ?? 'emulator') {
    case 'emulator':
      renderEmulator(build, tpm, id, path)
      return true
    case 'passthrough':
      emit(build, '-tpmdev', path, options('passthrough', { id, path: backend?.device ?? '/dev/tpm0' }))
      return true
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'backend', 'type'],
        'A swtpm that runs already is left out: add -chardev socket,id=…,path=… and -tpmdev emulator,chardev=….',
      )
      return false
  }
}

/** swtpm ends by itself when QEMU closes the connection. */
function renderEmulator(build: Build, tpm: Tpm, id: string, path: Path): void {
  const socket = socketPath(build, `${id}.sock`, path)
  const state = `${build.stateDir}/${id}`
  emit(build, '-chardev', path, options('socket', { id: `char-${id}`, path: socket }))
  emit(build, '-tpmdev', path, options('emulator', { id, chardev: `char-${id}` }))
  build.directories.add(state)
  const argv = [
    'swtpm',
    'socket',
    '--tpmstate',
    options(`dir=${state}`, { mode: '0600' }),
    '--ctrl',
    options('type=unixio', { path: socket }),
    '--terminate',
  ]
  if (tpm.backend?.version !== '1.2') argv.push('--tpm2')
  if (tpm.backend?.debug !== undefined) argv.push('--log', `level=${tpm.backend.debug}`)
  if (state.includes(','))
    find(build, 'qemu.text', path, 'swtpm takes no comma in a path: use another state directory.')
  build.helpers.push({ name: 'swtpm', argv, socket, path })
}
