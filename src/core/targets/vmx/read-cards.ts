/** Network cards of VMware. Where nothing is said, a card is bridged, and an AMD PCnet. libvirt, src/vmx/vmx.c. */
import { ownValue } from '../../text/index.ts'
import { type Card, type DesktopMachine, macOf } from '../desktop/index.ts'
import type { VmxEntry, VmxFile } from './vmx-file.ts'

const models: Readonly<Record<string, string>> = {
  e1000: 'e1000',
  e1000e: 'e1000e',
  vmxnet3: 'vmxnet3',
  vlance: 'pcnet',
}

export function readCards(file: VmxFile, machine: DesktopMachine): void {
  for (const number of file.numbersOf('ethernet')) {
    const own = `ethernet${number}`
    const present = file.takeEntry(`${own}.present`)
    if (present === undefined || !/^(?:true|1|yes|on)$/i.test(present.value)) {
      file.drop(own)
      continue
    }
    const device = file.takeEntry(`${own}.virtualdev`)
    const mac = file.take(`${own}.address`) ?? file.peek(`${own}.generatedaddress`)
    file.take(`${own}.generatedaddress`)
    file.take(`${own}.addresstype`)
    file.take(`${own}.checkmacaddress`)
    file.take(`${own}.features`)
    machine.addCard({
      ...connectionOf(file, own),
      model: modelOf(machine, device, present),
      mac: mac === undefined ? undefined : macOf(mac),
      isConnected: file.takeFlag(`${own}.startconnected`) !== false,
      position: present.position,
    })
    sayFilter(file, machine, own)
  }
}

function modelOf(machine: DesktopMachine, device: VmxEntry | undefined, present: VmxEntry): string {
  const word = (device?.value ?? 'vlance').toLowerCase()
  const model = ownValue(models, word)
  if (model !== undefined) return model
  machine.say(
    'changed',
    'warning',
    `QEMU has no card ${word}: it is an e1000 here, which the guest sees as a new one.`,
    (device ?? present).position,
  )
  return 'e1000'
}

/** VMware's own numbers: vmnet0 is bridged, vmnet1 for the host alone, vmnet8 NAT. */
const usualNetworks: Readonly<Record<string, string>> = {
  vmnet0: 'bridged',
  vmnet1: 'hostonly',
  vmnet8: 'nat',
}

function connectionOf(file: VmxFile, own: string): Pick<Card, 'mode' | 'network'> {
  const kind = (file.take(`${own}.connectiontype`) ?? '').toLowerCase()
  const name = file.take(`${own}.vnet`)?.replace(/^.*[\\/]/, '')
  const group = file.take(`${own}.networkname`) ?? name
  file.take(`${own}.bridgedadaptername`)
  file.take(`${own}.displayname`)
  const meant = ownValue(usualNetworks, group?.toLowerCase() ?? '')
  const word = kind === 'custom' || kind === '' ? (meant ?? (kind === '' ? 'bridged' : 'custom')) : kind
  if (word === 'nat') return { mode: 'nat' }
  if (word === 'hostonly') return { mode: 'network', network: 'host-only' }
  if (word === 'pvn') return { mode: 'network', network: file.take(`${own}.pvnid`)?.slice(0, 40) ?? 'lan' }
  return word === 'custom' && group !== undefined ? { mode: 'network', network: group } : { mode: 'bridge' }
}

function sayFilter(file: VmxFile, machine: DesktopMachine, own: string): void {
  const filter = file.takeEntry(`${own}.filter0.name`)
  if (filter !== undefined)
    machine.say('left', 'advice', `The network filter ${filter.value} stays behind.`, filter.position)
  const limit = [`${own}.rxbw.limit`, `${own}.txbw.limit`].map((key) => file.takeEntry(key)).find(Boolean)
  if (limit !== undefined)
    machine.say(
      'left',
      'advice',
      'The limit of bandwidth stays behind: say bandwidth on the card.',
      limit.position,
    )
}
