import { deviceRule } from '../support/device-rule.ts'
import { leftOut } from '../support/left-out.ts'

export const rule = deviceRule('disks', {
  id: 'disk.network-source',
  title: 'A network disk that its protocol can’t reach',
  source:
    'libvirt 11.3: "missing name for disk source", and its schema for the number of hosts and for ssl, cookies, readahead and timeout; without validation "network disk source requires exactly one host"',
  *check(disk) {
    const source = disk.source ?? {}
    if (disk.type !== 'network' || source.protocol === undefined) return
    const { protocol, hosts = [] } = source
    const isWeb = /^(?:https?|ftps?|tftp)$/.test(protocol)
    const wantsOne = isWeb || protocol === 'nbd' || protocol === 'nfs' || protocol === 'ssh'
    if (wantsOne && hosts.length !== 1)
      yield {
        at: ['source', 'hosts'],
        message: `A disk over ${protocol} is on one host; ${hosts.length === 0 ? 'none is' : `${hosts.length} are`} said.`,
      }
    if (source.name === undefined && protocol !== 'nbd')
      yield {
        at: ['source', 'name'],
        message: `What the image is called is not said: name it as ${protocol} knows it.`,
      }
    for (const [key, fits] of [
      ['ssl', protocol === 'https' || protocol === 'ftps'],
      ['cookies', /^https?$/.test(protocol)],
      ['readahead', isWeb],
      ['timeout', isWeb],
    ] as const)
      if (source[key] !== undefined && !fits)
        yield leftOut(['source', key], `${key} means nothing to ${protocol}.`, key)
  },
})
