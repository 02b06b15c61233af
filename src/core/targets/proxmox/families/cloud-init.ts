/** What Proxmox VE tells cloud-init: `ciuser`, `sshkeys`, `ipconfig0`. PVE::QemuServer::Cloudinit. */
import type { VmSpec } from '../../../spec/index.ts'
import { isRecord } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { flag, percentDecoded } from '../words/codec.ts'
import { readPropertyList } from '../words/property-list.ts'

export type CloudInitWords = Pick<VmSpec, 'cloud_init' | 'ssh'>

const userForm = /^[a-z_][a-z0-9_-]{0,31}$/

export function readCloudInit(reading: Reading): CloudInitWords {
  const user = reading.takeAs('ciuser', (text) => (userForm.test(text) ? text : undefined))
  const keys = reading.takeAs('sshkeys', (text) => keysOf(percentDecoded(text)))
  const network = networkOf(reading)
  readSecrets(reading)
  const isUsed =
    reading.cloudInitDrive !== undefined || user !== undefined || keys !== undefined || network !== undefined
  const upgrade = reading.takeAs('ciupgrade', flag.read)
  if (!isUsed) return {}
  const lines = [
    ...(keys ?? []).map(
      (key, index) => `${index === 0 ? 'ssh_authorized_keys:\n' : ''}  - ${JSON.stringify(key)}\n`,
    ),
    ...(upgrade === false ? [] : ['package_upgrade: true\n']),
  ]
  return {
    cloud_init: {
      ...(user === undefined ? {} : { users: [{ name: user, sudo: true }] }),
      ...(network === undefined ? {} : { network }),
      ...(lines.length === 0 ? {} : { extra: lines.join('') }),
    },
    ...(user === undefined ? {} : { ssh: { user, key_source: 'none' } }),
  }
}

/** A key a line; a path, as `qm create` takes one, is none. */
function keysOf(text: string): string[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length > 0 && lines.every((line) => /^(?:ssh|ecdsa|sk)-\S+ \S+/.test(line)) ? lines : undefined
}

/** A password stays where it is, and files that are named are on the node. */
function readSecrets(reading: Reading): void {
  if (reading.take('cipassword') !== undefined)
    reading.advise('proxmox.elsewhere', 'cipassword', 'The password of the guest’s user is not read.')
  const custom = reading.peek('cicustom')
  if (custom !== undefined)
    reading.advise(
      'proxmox.elsewhere',
      'cicustom',
      `What cloud-init does stands in files of the node: ${custom}. \`pvesm path\` says where; \`qm cloudinit dump ID user\` prints what Proxmox VE would make itself.`,
    )
}

/** As netplan's ethernets, each card told by its MAC address. */
function networkOf(reading: Reading): NonNullable<VmSpec['cloud_init']>['network'] {
  const nameservers = wordsOf(reading.take('nameserver'))
  const search = wordsOf(reading.take('searchdomain'))
  const ethernets: Record<string, unknown> = {}
  for (const { index, value } of reading.takeNumbered('ipconfig', 31)) {
    const list = readPropertyList(value, 'ip')
    const [ip, ip6, gw, gw6] = ['ip', 'ip6', 'gw', 'gw6'].map((key) => list.take(key))
    const card = reading.listOf('interfaces')[index]?.['mac']
    const mac =
      isRecord(card) && typeof card['address'] === 'string' ? card['address'].toLowerCase() : undefined
    const addresses = [ip, ip6].filter((one) => one !== undefined && /^[\da-f.:]{2,45}\/\d{1,3}$/i.test(one))
    const routes = [gw, gw6].flatMap((via) =>
      via !== undefined && /^[\da-f.:]{2,45}$/i.test(via) ? [{ to: 'default', via }] : [],
    )
    ethernets[`net${index}`] = {
      ...(mac === undefined ? { match: { name: 'e*' } } : { match: { macaddress: mac } }),
      dhcp4: ip === 'dhcp',
      ...(ip6 === 'dhcp' ? { dhcp6: true } : {}),
      ...(ip6 === 'auto' ? { 'accept-ra': true } : {}),
      ...(addresses.length === 0 ? {} : { addresses }),
      ...(routes.length === 0 ? {} : { routes }),
      ...(nameservers.length + search.length === 0
        ? {}
        : { nameservers: { addresses: nameservers, search } }),
    }
  }
  return Object.keys(ethernets).length === 0 ? undefined : { version: 2, ethernets }
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/[ ,;]+/).filter((word) => /^[\w.:-]{1,255}$/.test(word))
}
