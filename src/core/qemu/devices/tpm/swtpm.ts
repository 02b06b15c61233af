/** The program that is a TPM. swtpm(8). */
import type { Tpm } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, report } from '../../build/index.ts'
import { options } from '../../words/options.ts'

/**
 * It ends by itself when QEMU closes the connection.
 *
 * @param defaultState the directory of its state when the design names none
 */
export function addSwtpm(build: Build, tpm: Tpm, socket: string, defaultState: string, path: Path): void {
  const { backend } = tpm
  const source = backend?.source
  const isFile = source?.type === 'file' && source.path !== undefined
  const state = source?.path ?? defaultState
  if (!isFile) build.directories.add(state)
  const argv = [
    'swtpm',
    'socket',
    '--tpmstate',
    options(isFile ? `backend-uri=file://${state}` : `dir=${state}`, { mode: '0600' }),
    '--ctrl',
    options('type=unixio', { path: socket }),
    '--terminate',
  ]
  if (versionOf(build, tpm) === '2.0') argv.push('--tpm2')
  if (backend?.debug !== undefined) argv.push('--log', `level=${backend.debug}`)
  if (state.includes(','))
    report(build, 'qemu.text', path, 'swtpm takes no comma in a path: use another state directory.')
  build.helpers.push({ name: 'swtpm', argv, socket, path })
}

/** libvirt: TIS on x86 has been 1.2 since before there was 2.0, everything else is 2.0. */
function versionOf({ isX86 }: Build, { model = 'tpm-tis', backend }: Tpm): string {
  return backend?.version ?? (model === 'tpm-tis' && isX86 ? '1.2' : '2.0')
}
