/** The security chip. libvirt manual, TPM device; QEMU manual, -tpmdev. */
import type { Tpm } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, checkSocketPath, idOf, leftOut, report, socketPath } from '../../build/index.ts'
import {
  adviceByHand,
  byHand,
  type Decisions,
  placeDecisions,
  quiet,
  written,
} from '../../decisions/index.ts'
import { device, emitPairs, place } from '../../writing/index.ts'
import { addSwtpm } from './swtpm.ts'

export const tpmDecisions: Decisions<Tpm> = {
  model: written,
  backend: {
    type: written,
    version: written,
    persistent_state: quiet('The state stays in the state directory.'),
    debug: written,
    encryption: byHand(
      'The state is not encrypted: the key is a secret of libvirt’s. Add --key file=…,mode=aes-256-cbc to swtpm.',
    ),
    device: written,
    profile: byHand('The profile is left out: run swtpm_setup --tpm2 --profile-name … once, from 0.10.'),
    source: { type: written, path: written, mode: quiet('QEMU connects to the TPM, never the other way.') },
    active_pcr_banks: adviceByHand(
      'The PCR banks stay as they are: run swtpm_setup --tpm2 --tpmstate DIRECTORY --reconfigure --pcr-banks sha256 before the start.',
    ),
  },
  ...placeDecisions,
}

export function renderTpms(build: Build): void {
  for (const [index, tpm] of (build.devices.tpm ?? []).entries()) {
    const path = ['devices', 'tpm', index]
    const id = idOf(build, tpm.alias, `tpm${index}`, path)
    const model = tpm.model ?? 'tpm-tis'
    if (model === 'spapr-tpm-proxy') {
      device(build, model, path, { id, 'host-path': tpm.backend?.device ?? '/dev/tpmrm0' })
      if (build.isX86) leftOut(build, [...path, 'model'], `${model} is for pSeries: QEMU does not start.`)
      continue
    }
    if (!renderBackend(build, tpm, index, `tpm-${id}`, path)) continue
    device(build, tpmDriver(build.isX86, model), path, { tpmdev: `tpm-${id}`, id }, place(build, tpm.address))
  }
}

/** On x86 TIS is on the ISA bus; elsewhere it hangs on the board. */
function tpmDriver(isX86: boolean, model: string): string {
  return model === 'tpm-tis' && !isX86 ? 'tpm-tis-device' : model
}

/** The Domain's word for a `-device`. */
export const tpmModels: ReadonlyMap<string, NonNullable<Tpm['model']>> = new Map([
  ['tpm-tis', 'tpm-tis'],
  ['tpm-tis-device', 'tpm-tis'],
  ['tpm-crb', 'tpm-crb'],
  ['tpm-spapr', 'tpm-spapr'],
])

function renderBackend(build: Build, tpm: Tpm, index: number, id: string, path: Path): boolean {
  const { backend } = tpm
  const emulator = (socket: string) => {
    // libvirt calls it chrtpm, whatever the number: a machine has one TPM.
    const chardev = index === 0 ? 'chrtpm' : `chrtpm${index}`
    emitPairs(build, '-chardev', path, 'socket', { id: chardev, path: socket })
    emitPairs(build, '-tpmdev', path, 'emulator', { id, chardev })
    return true
  }
  switch (backend?.type ?? 'emulator') {
    case 'emulator': {
      const socket = socketPath(build, `tpm${index}.sock`, path)
      addSwtpm(build, tpm, socket, `${build.stateDir}/tpm${index}`, path)
      return emulator(socket)
    }
    case 'passthrough':
      emitPairs(build, '-tpmdev', path, 'passthrough', { id, path: backend?.device ?? '/dev/tpm0' })
      return true
    default: {
      const socket = backend?.source?.path
      if (socket === undefined) {
        const at = [...path, 'backend', 'source', 'path']
        report(build, 'qemu.text', at, 'The TPM is left out: say the socket of the one that runs.', 'warning')
        return false
      }
      checkSocketPath(build, socket, path)
      return emulator(socket)
    }
  }
}
