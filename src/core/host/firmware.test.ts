import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { distroFamily } from './distro-family.ts'
import { chooseFirmware, firmwareCandidates, firmwareInstallFor, flashSizeMiB } from './firmware.ts'
import { distroFamilies, firmwareInstall, firmwareTable } from './firmware-table.ts'

const first = (distro: string, secure: boolean, arch = 'x86_64') => {
  const candidate = firmwareCandidates({ distro, secure, arch })[0]
  return candidate && [candidate.code, candidate.vars]
}

describe('distroFamily', () => {
  it('knows ids and names', () => {
    const names: [string, string][] = [
      ['fedora', 'fedora'],
      ['centos', 'fedora'],
      ['CentOS Stream 9', 'fedora'],
      ['rhel9', 'fedora'],
      ['Red Hat Enterprise Linux', 'fedora'],
      ['rocky', 'fedora'],
      ['almalinux', 'fedora'],
      ['Alma', 'fedora'],
      ['arch', 'arch'],
      ['manjaro', 'arch'],
      ['endeavouros', 'arch'],
      ['CachyOS', 'arch'],
      ['debian', 'debian'],
      ['ubuntu:24.04', 'debian'],
      ['Linux Mint 22', 'debian'],
      ['pop', 'debian'],
      ['Pop!_OS', 'debian'],
      ['opensuse-tumbleweed', 'opensuse'],
      ['openSUSE Leap', 'opensuse'],
      ['nixos', 'nixos'],
    ]
    for (const [name, family] of names) expect(distroFamily(name), name).toBe(family)
    expect(distroFamily(undefined)).toBeUndefined()
    expect(distroFamily('slackware')).toBeUndefined()
  })
})

describe('firmwareCandidates', () => {
  it('pairs CODE with its own VARS', () => {
    expect(first('debian', false)).toEqual([
      '/usr/share/OVMF/OVMF_CODE_4M.fd',
      '/usr/share/OVMF/OVMF_VARS_4M.fd',
    ])
    expect(first('ubuntu', true)).toEqual([
      '/usr/share/OVMF/OVMF_CODE_4M.ms.fd',
      '/usr/share/OVMF/OVMF_VARS_4M.ms.fd',
    ])
    expect(first('rocky', true)).toEqual([
      '/usr/share/edk2/ovmf/OVMF_CODE.secboot.fd',
      '/usr/share/edk2/ovmf/OVMF_VARS.secboot.fd',
    ])
    expect(first('cachyos', true)).toEqual([
      '/usr/share/edk2/x64/OVMF_CODE.secboot.4m.fd',
      '/usr/share/edk2/x64/OVMF_VARS.4m.fd',
    ])
    expect(first('opensuse-leap', true)).toEqual([
      '/usr/share/qemu/ovmf-x86_64-smm-ms-code.bin',
      '/usr/share/qemu/ovmf-x86_64-smm-ms-vars.bin',
    ])
    expect(first('nixos', false)).toEqual([
      '/run/libvirt/nix-ovmf/edk2-x86_64-code.fd',
      '/run/libvirt/nix-ovmf/edk2-i386-vars.fd',
    ])
    expect(first('debian', false, 'aarch64')?.[0]).toBe('/usr/share/AAVMF/AAVMF_CODE.fd')
    expect(first('fedora', false, 'riscv64')?.[0]).toBe('/usr/share/edk2/riscv/RISCV_VIRT_CODE.fd')
  })

  it('is the union, in order, on an unknown distribution', () => {
    const union = firmwareCandidates({ distro: 'slackware', secure: false, arch: 'x86_64' })
    expect(union).toEqual(firmwareCandidates({ secure: false, arch: 'x86_64' }))
    expect([...new Set(union.map((row) => row.family))]).toEqual(distroFamilies)
    expect(union.every((row) => !row.secure && row.arch === 'x86_64')).toBe(true)
  })

  it('has each family with and without Secure Boot, and how to install it', () => {
    for (const family of distroFamilies) {
      for (const secure of [false, true]) expect(first(family, secure), family).toBeDefined()
    }
    for (const row of firmwareTable) {
      expect(firmwareInstall[row.family][row.arch], `${row.family} ${row.arch}`).toBeDefined()
      // A VARS of other keys or another size than its CODE is the mistake that this table exists to prevent.
      expect(/4m/i.test(row.code), row.code).toBe(/4m/i.test(row.vars))
      expect(row.code.endsWith('.qcow2')).toBe(row.vars.endsWith('.qcow2'))
    }
    const keys = firmwareTable.map((row) => `${row.family} ${row.code} ${row.vars} ${row.secure}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.skipIf(!existsSync('/usr/share/OVMF/OVMF_CODE_4M.fd'))(
    'names files of this host (needs the package ovmf)',
    () => {
      for (const secure of [false, true]) {
        const row = firmwareCandidates({ distro: 'debian', secure, arch: 'x86_64' })[0]
        expect(row && existsSync(row.code) && existsSync(row.vars)).toBe(true)
      }
    },
  )
})

describe('chooseFirmware', () => {
  const secure = { path: '/fw/S_CODE.fd', vars: '/fw/S_VARS.fd', secure: true }
  const plain = { path: '/fw/CODE.qcow2', vars: '/fw/VARS.qcow2', secure: false }

  it('takes what the host named, the first that fits', () => {
    const facts = { distro: 'debian', firmware: [secure, plain, { ...plain, path: '/fw/other.fd' }] }
    expect(chooseFirmware(facts, { secure: false, arch: 'x86_64' })).toEqual({
      files: {
        arch: 'x86_64',
        code: '/fw/CODE.qcow2',
        vars: '/fw/VARS.qcow2',
        secure: false,
        format: 'qcow2',
      },
      from: 'host',
      install: [{ family: 'debian', text: 'sudo apt install ovmf' }],
    })
    expect(chooseFirmware(facts, { secure: true, arch: 'amd64' })?.files).toMatchObject({
      code: '/fw/S_CODE.fd',
      format: 'raw',
    })
  })

  it('gives a guest no firmware of another architecture', () => {
    const aavmf = {
      path: '/usr/share/AAVMF/AAVMF_CODE.fd',
      vars: '/usr/share/AAVMF/AAVMF_VARS.fd',
      secure: false,
    }
    const facts = { firmware: [aavmf, plain] }
    expect(chooseFirmware(facts, { secure: false, arch: 'x86_64' })?.files.code).toBe('/fw/CODE.qcow2')
    expect(chooseFirmware(facts, { secure: false, arch: 'aarch64' })?.files.code).toBe(aavmf.path)
    const choice = chooseFirmware({ distro: 'arch', firmware: [plain] }, { secure: false, arch: 'aarch64' })
    expect(choice).toMatchObject({ from: 'table', files: { code: '/usr/share/edk2/aarch64/QEMU_CODE.fd' } })
  })

  it('falls back to the table, and offers every install command when the distribution is unknown', () => {
    const choice = chooseFirmware({ firmware: [plain] }, { secure: true, arch: 'x86_64' })
    expect(choice).toMatchObject({ from: 'table', files: { secure: true } })
    expect(choice?.install.map(({ family }) => family)).toEqual(distroFamilies)
    expect(chooseFirmware(undefined, { secure: false, arch: 'x86_64' })?.from).toBe('table')
  })

  it('says nothing where nothing is known', () => {
    expect(chooseFirmware(undefined, { secure: false, arch: 's390x' })).toBeUndefined()
    expect(chooseFirmware({ distro: 'fedora' }, { secure: true, arch: 'aarch64' })).toBeUndefined()
    expect(firmwareInstallFor('arch', 's390x')).toEqual([])
    expect(firmwareInstallFor('arch', 'constructor')).toEqual([])
  })

  it('knows the flash sizes that QEMU insists on', () => {
    expect([flashSizeMiB('aarch64'), flashSizeMiB('riscv64'), flashSizeMiB('x86_64')]).toEqual([
      64,
      32,
      undefined,
    ])
  })
})
