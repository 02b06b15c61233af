import { expect, test } from 'vitest'
import { hostTopology, type PciDevice } from '../../core.ts'
import { madeUpHost } from './made-up-host.ts'
import { nearPlaces } from './near-places.ts'

const host = hostTopology(madeUpHost({ sockets: 2, caches: 1, cores: 2, threads: 1 }))

const card: PciDevice = {
  address: { domain: 0, bus: 0x41, slot: 0, function: 0 },
  class_code: '0300',
  class_name: 'VGA compatible controller',
  name: 'NVIDIA Corporation GP104 [GeForce GTX 1080]',
  vendor_id: '10de',
  device_id: '1b80',
}

function namesOf(given: readonly PciDevice[]) {
  if (host === undefined) throw new Error('no topology')
  return nearPlaces(host, given).map(({ label, node, disabledReason }) => [label, node, disabledReason])
}

test('without a card it is anywhere, or a node', () => {
  expect(namesOf([{ ...card, class_code: '0403' }])).toEqual([
    ['Anywhere', undefined, undefined],
    ['Node 0', 0, undefined],
    ['Node 1', 1, undefined],
  ])
})

test('a card whose node is known goes first; one whose node is not stays, with the reason', () => {
  expect(namesOf([{ ...card, numa_node: 1 }])[0]).toEqual(['GeForce GTX 1080', 1, undefined])
  expect(namesOf([card])[1]).toEqual([
    'GeForce GTX 1080',
    undefined,
    'Its NUMA node is not known: the probe says it',
  ])
})
