import { expect, test } from 'vitest'
import { guestSystem } from '../../../core/systems/index.ts'
import { applyChanges, type VmSpec } from '../../core.ts'
import { startingDesign } from '../../starting-design.ts'
import { chooseGuest } from './choose-guest.ts'

function chosen(spec: VmSpec, id: string): VmSpec {
  const system = guestSystem(id)
  if (system === undefined) throw new Error(`There is no ${id}`)
  return applyChanges(spec, chooseGuest(spec, system, undefined))
}

test('the design of an empty page gives way, also while the choice is typed', () => {
  const ubuntu = chosen({ ...startingDesign.spec, guest: 'ubuntu-24.0' }, 'ubuntu-24.04')
  expect(ubuntu).toEqual({
    guest: 'ubuntu-24.04',
    source: {
      kind: 'cloud_image',
      url: 'https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-amd64.img',
      checksum_url: 'https://cloud-images.ubuntu.com/noble/current/SHA256SUMS',
      base_user: 'ubuntu',
      distro: 'ubuntu',
    },
    network: { mode: 'user' },
    ssh: { port: 2222 },
  })
  // One choice after another is as if it had been the first.
  expect(chosen(ubuntu, 'debian-13')).toMatchObject({ guest: 'debian-13', source: { base_user: 'debian' } })
  expect(chosen(startingDesign.spec, 'windows-11')).toEqual({
    guest: 'windows-11',
    network: { mode: 'user' },
    ssh: { key_source: 'none' },
  })
})

test('what a person said stays', () => {
  const own: VmSpec = { source: { kind: 'cloud_image', url: 'https://me.example/a.qcow2' }, ram: '3G' }
  expect(chosen(own, 'ubuntu-24.04')).toEqual({ ...own, guest: 'ubuntu-24.04' })
  expect(chosen({ ram: '3G' }, 'windows-11')).toEqual({ guest: 'windows-11', ram: '3G' })
})
