/** The file that Looking Glass shares with its guest. Source: Looking Glass, doc/ivshmem_shm.rst, Permissions. */
import type { Domain } from '../../domain/index.ts'
import type { HostFacts } from '../facts.ts'
import type { SetupStep } from './step.ts'

const isLookingGlass = /^looking-?glass[\w.-]*$/i
/** What useradd(8) takes: no blank, which would end the word in tmpfiles.d. */
const isUserName = /^[A-Za-z_][\w.-]*\$?$/

/** @returns undefined unless QEMU of the system, which is another user, makes the memory of a Looking Glass */
export function lookingGlassStep(facts: HostFacts | undefined, domain: Domain): SetupStep | undefined {
  if (facts?.connection === 'session') return undefined
  const names = (domain.devices?.shmem ?? []).flatMap(({ name, server }) =>
    name !== undefined && server === undefined && isLookingGlass.test(name) ? [name] : [],
  )
  if (names.length === 0) return undefined
  const known = facts?.user?.name
  const user = known !== undefined && isUserName.test(known) ? known : 'root'
  const path = '/etc/tmpfiles.d/10-looking-glass.conf'
  const rights =
    user === 'root' ? ' Its group is kvm, so that you have to be in that group.' : ` It belongs to ${user}.`
  return {
    id: 'looking-glass',
    title: 'Let the Looking Glass client read the screen',
    why: `The client runs as you, and QEMU would make the file of the shared memory as its own user, closed to you.${rights} After another size of the memory: take the VM down, remove the file, and run this again.`,
    files: [
      {
        path,
        content: [...new Set(names)].map((name) => `f /dev/shm/${name} 0660 ${user} kvm -\n`).join(''),
      },
    ],
    commands: [`systemd-tmpfiles --create ${path}`],
  }
}
