/** Huge pages, virtual functions, mediated devices, and the restart at the end. */
import type { Domain } from '../../domain/index.ts'
import { uuid as uuidForm } from '../../table/index.ts'
import { formatShellCommand, shellWord } from '../../text/index.ts'
import type { HostFacts } from '../facts.ts'
import type { HugePages } from '../hugepages.ts'
import { comparePciAddresses, formatPciAddress, type PciAddress } from '../pci-address.ts'
import { known } from '../readers/reader.ts'
import type { PassedDevices } from './passed-devices.ts'
import { type SetupStep, unsayable } from './step.ts'

export function hugePagesStep(pages: HugePages): SetupStep {
  const enough = pages.needs.map((need) => need.enough)
  const done = enough.includes(false) ? false : enough.includes(undefined) ? undefined : true
  return {
    id: 'huge-pages',
    title: 'Set huge pages aside',
    why: `${pages.sentences.join(' ')} The guest does not start without them.`,
    files:
      pages.sysctl === undefined
        ? []
        : [{ path: '/etc/sysctl.d/90-vmwright-hugepages.conf', content: pages.sysctl }],
    commands: pages.now,
    ...known('done', done),
  }
}

/** Virtual functions are gone after a restart, unless something makes them again. */
export function sriovSteps(facts: HostFacts | undefined, passed: PassedDevices): SetupStep[] {
  const parents = new Map<string, PciAddress>()
  for (const { physical_function: parent } of passed.devices) {
    if (parent !== undefined) parents.set(formatPciAddress(parent), parent)
  }
  if (parents.size === 0) return []
  const lines = [...parents].map(([address, parent]) => {
    const device = facts?.pci?.find((one) => comparePciAddresses(one.address, parent) === 0)
    const children = (facts?.pci ?? []).filter(
      ({ physical_function: own }) => own !== undefined && comparePciAddresses(own, parent) === 0,
    )
    const count = Math.max(device?.sriov?.now ?? 0, children.length, 1)
    return `w /sys/bus/pci/devices/${address}/sriov_numvfs - - - - ${count}\n`
  })
  const path = '/etc/tmpfiles.d/vmwright-sriov.conf'
  return [
    {
      id: 'sriov',
      title: 'Make the virtual functions at each start',
      why: 'Virtual functions are made by writing their number into /sys, which forgets it.',
      files: [{ path, content: lines.join('') }],
      commands: [`systemd-tmpfiles --create ${path}`],
    },
  ]
}

/** A mediated device has to be there, or to be made by mdevctl. */
export function mdevSteps(facts: HostFacts | undefined, domain: Domain): SetupStep[] {
  const said = (domain.devices?.hostdevs ?? []).flatMap(({ type, source }, index) =>
    type === 'mdev' && source?.uuid !== undefined ? [{ uuid: source.uuid, index }] : [],
  )
  if (said.length === 0) return []
  const isUuid = (text: string) => uuidForm.pattern?.test.test(text) === true
  const findings = said
    .filter(({ uuid }) => !isUuid(uuid))
    .map(({ uuid, index }) => unsayable(uuid, 'mdevctl', ['devices', 'hostdevs', index, 'source', 'uuid']))
  const uuids = said.map(({ uuid }) => uuid).filter(isUuid)
  const parent = facts?.pci?.find(({ mdev_types: types }) => types !== undefined && types.length > 0)
  const address = parent === undefined ? 'PARENT' : formatPciAddress(parent.address)
  const type = shellWord(parent?.mdev_types?.[0]?.type ?? 'TYPE')
  const there = new Set(facts?.mdevs?.map(({ uuid }) => uuid.toLowerCase()))
  const missing = uuids.filter((uuid) => !there.has(uuid.toLowerCase()))
  const commands = (missing.length === 0 ? uuids : missing).map(
    (uuid) =>
      `${formatShellCommand(['mdevctl', 'define', '--auto', '--uuid', uuid])} --parent ${address} --type ${type} && ${formatShellCommand(['mdevctl', 'start', '--uuid', uuid])}`,
  )
  return [
    {
      id: 'mdev',
      title: 'Make the mediated devices',
      why: 'A mediated device is a part of a card that the host makes under a uuid; mdevctl makes it at each start.',
      files: [],
      commands,
      ...(facts?.mdevs === undefined ? {} : { done: missing.length === 0 && findings.length === 0 }),
      findings,
    },
  ]
}

/** @returns undefined when no step waits for a restart */
export function rebootStep(steps: readonly SetupStep[]): SetupStep | undefined {
  const waiting = ['kernel-command-line', 'vfio-bind', 'initramfs']
  if (!steps.some(({ id, done }) => waiting.includes(id) && done !== true)) return undefined
  return {
    id: 'reboot',
    title: 'Restart, and look',
    why: 'The kernel reads its command line and its initramfs once. Each device should then say “Kernel driver in use: vfio-pci”, and there should be groups.',
    files: [],
    commands: ['reboot', '# then: ls /sys/kernel/iommu_groups; lspci -nnk'],
  }
}
