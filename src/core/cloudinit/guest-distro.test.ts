import { expect, it } from 'vitest'
import type { VmSpec } from '../spec/index.ts'
import { guestDistro } from './index.ts'

it.each([
  [{ distro: 'Linux Mint 22', url: 'https://a.example/Fedora.qcow2' }, 'debian'],
  [{ builder: 'pacstrap' }, 'arch'],
  [{ builder: 'alpine' }, 'alpine'],
  [{ url: 'https://mirror.example/fedora-mirror/debian-12-generic-amd64.qcow2' }, 'debian'],
  [{ url: 'https://a.example/openSUSE-Leap-15.6.qcow2', base_user: 'opc' }, 'opensuse'],
  [{ url: 'https://a.example/image.qcow2', base_user: 'ubuntu' }, 'debian'],
  [{ url: 'https://a.example/image.qcow2', base_user: 'cloud-user' }, 'fedora'],
  [{ url: 'https://dl-cdn.alpinelinux.org/cloud/nocloud.qcow2' }, 'alpine'],
  [{ url: 'https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-amd64.img' }, 'debian'],
  [{ url: 'https://a.example/image.qcow2', base_user: 'me' }, undefined],
  [undefined, undefined],
] satisfies [VmSpec['source'], string | undefined][])('%o is %s', (source, family) => {
  expect(guestDistro({ name: 'x', spec: source === undefined ? {} : { source } })).toBe(family)
})
