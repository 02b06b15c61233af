/** The part of user-data that says who is there. cloud-init, Users and Groups; SSH. */
import type { Finding } from '../finding.ts'
import type { Design } from '../spec/index.ts'
import { guestDistro } from './guest-distro.ts'
import { loginOf } from './login.ts'

const everything = 'ALL=(ALL) NOPASSWD:ALL'

interface UserEntry {
  readonly name: string
  readonly groups?: readonly string[]
  readonly sudo?: string
  readonly shell?: string
  readonly lock_passwd?: boolean
  readonly ssh_authorized_keys?: readonly string[]
}

/** Keys of user-data. */
interface UserData {
  readonly users?: readonly ('default' | UserEntry)[]
  readonly disable_root?: false
  readonly ssh_authorized_keys?: readonly string[]
}

/**
 * @param publicKeys those that go in by cloud-init
 * @param rootLogsIn whether a key goes in, known or not
 */
export function usersOf(design: Design, publicKeys: readonly string[], rootLogsIn: boolean): UserData {
  const login = loginOf(design)
  const keys = publicKeys.length === 0 ? {} : { ssh_authorized_keys: publicKeys }
  const entries = declaredUsers(design, login.kind === 'declared' ? login.name : undefined, keys)
  if (login.kind === 'created') entries.push(created(design, login.name, keys))
  if (login.kind === 'adopted' && publicKeys.length > 0) entries.push(adopted(design, login.name, keys))
  return {
    // A list without `default` would take the image's own user away.
    ...(entries.length === 0 ? {} : { users: ['default', ...entries] }),
    // As an entry of users, root would have its password locked; these two leave it alone.
    ...(login.kind === 'root' && rootLogsIn ? { disable_root: false } : {}),
    ...(login.kind === 'root' || login.kind === 'image' ? keys : {}),
  }
}

type Keys = Pick<UserEntry, 'ssh_authorized_keys'>

function declaredUsers(design: Design, login: string | undefined, keys: Keys): UserEntry[] {
  let keysToGive = keys
  return (design.spec.cloud_init?.users ?? []).flatMap((user) => {
    if (user.name === undefined) return []
    const entry: UserEntry = {
      name: user.name,
      ...(user.groups === undefined || user.groups.length === 0 ? {} : { groups: user.groups }),
      ...(user.sudo === true ? { sudo: everything } : {}),
      ...(user.shell === undefined ? {} : { shell: user.shell }),
      ...(user.lock_passwd === undefined ? {} : { lock_passwd: user.lock_passwd }),
      ...(user.name === login ? keysToGive : {}),
    }
    if (user.name === login) keysToGive = {}
    return [entry]
  })
}

/** cloud-init makes the groups that are missing (Distro.add_user), so that both names of the same right may be said. */
function created(design: Design, name: string, keys: Keys): UserEntry {
  const shell = guestDistro(design) === 'alpine' ? '/bin/ash' : '/bin/bash'
  return { name, groups: ['wheel', 'sudo'], sudo: everything, shell, ...keys }
}

/**
 * cloud-init makes no user that is there, and goes on with its keys. It locks the password unless told otherwise: for
 * the user of an image that is what the image says too, in the disk of another VM it would shut its owner out.
 */
function adopted(design: Design, name: string, keys: Keys): UserEntry {
  const ownPassword = design.spec.source?.kind === 'clone' || design.spec.source?.kind === 'imported'
  return { name, ...(ownPassword ? { lock_passwd: false } : {}), ...keys }
}

/** What useradd takes everywhere (useradd(8), CAVEATS). */
const userName = /^[A-Za-z_][\w.-]{0,31}\$?$/

/** Users that the guest's useradd would refuse, and those that are said twice. */
export function userFindings(design: Design): Finding[] {
  const findings: Finding[] = []
  const login = loginOf(design)
  if (login.kind === 'created' && !userName.test(login.name))
    findings.push(badName(login.name, ['ssh', 'user']))
  const seen = new Set<string>()
  for (const [index, { name }] of (design.spec.cloud_init?.users ?? []).entries()) {
    if (name === undefined) continue
    const path = ['cloud_init', 'users', index, 'name']
    if (!userName.test(name)) findings.push(badName(name, path))
    if (seen.has(name))
      findings.push({
        code: 'cloud-init.user-twice',
        severity: 'warning',
        path,
        message: `There is a user ${JSON.stringify(name)} above. cloud-init takes what the first one says; make it one.`,
      })
    seen.add(name)
  }
  return findings
}

function badName(name: string, path: Finding['path']): Finding {
  return {
    code: 'cloud-init.user-name',
    severity: 'error',
    path,
    message: `${JSON.stringify(name)} is no name for a user: the guest's useradd refuses it. Use up to 32 letters, digits, dots, hyphens and underscores, and begin with a letter.`,
  }
}
