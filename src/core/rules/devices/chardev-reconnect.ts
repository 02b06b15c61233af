import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule(['serial', 'parallel', 'console', 'channels', 'redirdev'], {
  id: 'chardev.reconnect',
  title: 'Connecting again where nothing connects',
  source:
    'libvirt 11.3: "chardev reconnect is possible only for connect mode", "chardev reconnect source timeout cannot be \'0\'"',
  check({ source }) {
    const { mode, reconnect, path: socket = '' } = source ?? {}
    if (reconnect?.enabled !== true) return undefined
    if (mode === 'bind' || ofLibvirt.test(socket))
      return {
        at: ['source', 'reconnect'],
        message: 'Only an end that connects can connect again, and this one waits for connections.',
        fix: { title: 'Leave it out' },
      }
    if (reconnect.timeout === 0)
      return {
        at: ['source', 'reconnect', 'timeout'],
        message: 'The time before the next attempt is 1 second or more.',
        fix: { title: 'Wait 1 second', value: 1 },
      }
    return undefined
  },
})

/** libvirt drops a path of its own and binds a new one. */
const ofLibvirt = /^\/var\/lib\/libvirt\/qemu\/(?:channel\/target\/|domain-)/
