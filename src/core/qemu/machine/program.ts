/** How the process of QEMU itself runs: name, sandbox, messages. QEMU manual, -sandbox, -msg, -run-with. */
import type { Domain } from '../../domain/index.ts'
import { type Build, hasQemu, leftOut, type QemuArgument } from '../build/index.ts'
import { options } from '../words/options.ts'
import { emit, emitPairs } from '../writing/index.ts'

export function nameArgument({ name = 'vm' }: Domain): QemuArgument {
  return { option: '-name', value: options('', { guest: name, 'debug-threads': true }), path: ['name'] }
}

export function renderUuid({ domain, arguments: list }: Build): void {
  const { uuid = '' } = domain
  if (uuid !== '') list.push({ option: '-uuid', value: uuid, path: ['uuid'] })
}

/** Only what is said is there. */
export function renderBasics(build: Build): void {
  build.arguments.push({ option: '-no-user-config', path: [] }, { option: '-nodefaults', path: [] })
}

/**
 * The sandbox as libvirt has it, where nothing needs more: libvirt starts helpers itself and hands sockets over, while
 * here QEMU starts them, which spawn=deny kills. After all other families, since it looks at what they wrote.
 */
export function renderProcess(build: Build): void {
  if (build.domain.type !== 'hvf') {
    const spawns = build.arguments.some(({ option, value = '' }) => startsPrograms(option, value))
    emitPairs(build, '-sandbox', [], 'on', {
      obsolete: 'deny',
      // The bridge helper is a set-uid program.
      elevateprivileges: spawns ? undefined : 'deny',
      spawn: spawns ? undefined : 'deny',
      resourcecontrol: 'deny',
    })
  }
  emit(build, '-msg', [], 'timestamp=on')
  renderAsyncTeardown(build)
}

/** `-netdev bridge` and tap scripts, passt, Samba; toolkits of windows start programs of the desktop. */
function startsPrograms(option: string, value: string): boolean {
  switch (option) {
    case '-netdev':
    case '-nic':
    case '-net':
      return (
        /^(?:bridge|passt)(?:,|$)/.test(value) ||
        (/^tap(?:,|$)/.test(value) && !/,script=no(?:,|$)|,fds?=/.test(value)) ||
        /,(?:smb|helper|guestfwd)=/.test(value)
      )
    case '-display':
      return /^(?:gtk|sdl)(?:,|$)/.test(value)
    case '-chardev':
    case '-incoming':
      return value.includes('exec:')
    default:
      return false
  }
}

function renderAsyncTeardown(build: Build): void {
  const asked = build.domain.features?.async_teardown
  if (asked === undefined) return
  const path = ['features', 'async_teardown']
  if (hasQemu(build, '8.1'))
    emit(build, '-run-with', path, `async-teardown=${asked === 'yes' ? 'on' : 'off'}`)
  else if (asked === 'yes' && hasQemu(build, '7.2')) emit(build, '-async-teardown', path)
  else if (asked === 'yes') leftOut(build, path, 'async-teardown is left out: it came with QEMU 7.2.')
}
