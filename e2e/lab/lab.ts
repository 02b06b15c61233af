/** The lab: a Debian with a real libvirt and QEMU, in which what the bundle makes is tried. `make.sh` makes it. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const folder = process.env['VMWRIGHT_LAB'] ?? '/var/cache/vmwright-lab'
const root = path.join(folder, 'lab')
const scripts = import.meta.dirname

/** The image of the guest, a cloud image of our own. */
export const guestImage = path.join(folder, 'guest.qcow2')

/** Why there is no lab; undefined when there is one. */
export function labIsMissing(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can enter the lab'
  if (!existsSync(root) || !existsSync(guestImage))
    return `there is no lab in ${folder}; e2e/lab/make.sh makes one`
  const entered = spawnSync('unshare', ['--mount', '--pid', '--fork', 'true'])
  return entered.status === 0 ? undefined : 'this machine lets nobody make namespaces'
}

/** The script of the lab folder with that name. */
export function labScript(name: string): string {
  return path.join(scripts, name)
}

/**
 * Runs a command in the lab.
 *
 * @param place a folder that the lab sees at the same path, and starts in
 * @param user `dev`, a person with subordinate ids, or root
 * @param network the host's, or one of its own that leads nowhere, for bridges
 * @returns what it printed, both streams in their order, and how it ended
 */
export async function inLab(
  place: string,
  user: 'dev' | 'root',
  command: readonly string[],
  { network = 'host' }: { readonly network?: 'host' | 'own' } = {},
): Promise<{ readonly printed: string; readonly status: number | null }> {
  const child = spawn(labScript('enter-lab.sh'), [root, place, user, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LAB_NETWORK: network },
  })
  let printed = ''
  const add = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', add)
  child.stderr.on('data', add)
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { printed, status }
}
