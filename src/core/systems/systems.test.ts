import { describe, expect, it, test } from 'vitest'
import { allFindings } from '../check/index.ts'
import { guestDistro, loginOf } from '../cloudinit/index.ts'
import type { HostFacts } from '../host/index.ts'
import { resolve } from '../resolve/index.ts'
import { applyChanges, checkSpec, type VmSpec } from '../spec/index.ts'
import { guestSystem, guestSystems, imageChanges, imageOf, withGuestWords } from './index.ts'
import type { GuestSystem } from './system.ts'

const arm: HostFacts = { arch: 'aarch64' }

function ofSystem({ id }: GuestSystem): VmSpec {
  return { guest: id }
}

/** What comes of a design that says nothing but its system, in words that can be held against its sources. */
function choices(system: GuestSystem): string {
  const { domain } = resolve({ name: 'vm', spec: ofSystem(system) }, undefined)
  const { memory, vcpu, os, features, clock, devices = {} } = domain
  const words = withGuestWords(ofSystem(system))
  const image = imageOf(system, 'x86_64')
  const made: VmSpec = applyChanges({}, imageChanges({}, system))
  const lines = [
    `machine ${os?.machine} ${os?.arch}, firmware ${words.firmware ?? 'bios'}${features?.smm === true ? ' with SMM' : ''}`,
    `memory ${memory?.value}, at least ${system.minimum.ram}; ${vcpu?.value} vCPUs; disk ${words.disk_size}, at least ${system.minimum.disk}`,
    `disk ${devices.disks?.map(({ target }) => `${target?.dev} on ${target?.bus}`).join()}; card ${devices.interfaces?.map(({ model }) => model?.type).join()}`,
    `clock ${clock?.offset}${clock?.timers === undefined ? '' : ` (${clock.timers.map(({ name }) => name).join(' ')})`}; Hyper-V ${Object.keys(features?.hyperv ?? {}).join(' ') || 'none'}`,
    `TPM ${devices.tpm?.map(({ model }) => model).join() ?? 'none'}; screen ${devices.graphics?.map(({ type }) => type).join() ?? 'none'}, ${devices.video?.map(({ model }) => model).join() ?? 'no card'}`,
    `distribution ${system.distro ?? 'none'} (${guestDistro({ name: 'vm', spec: made }) ?? 'no family'}), user ${system.firstUser ?? 'none'}`,
    ...(image === undefined ? [] : [`image ${image.url}`, `sums ${image.sums ?? image.sha256 ?? 'none'}`]),
    ...(system.condition === undefined ? [] : [`condition: ${system.condition}`]),
    ...system.sources.map((source) => `source: ${source}`),
  ]
  return `${system.id}: ${system.name}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

test('each system gives what its sources say', async () => {
  const text = guestSystems.map(choices).join('\n')
  await expect(text).toMatchFileSnapshot('expected/choices.txt')
})

describe.each(guestSystems)('$id', (system) => {
  it('is found by its id, its name and what else it is called', () => {
    for (const word of [system.id, system.name, system.name.toUpperCase()])
      expect(guestSystem(word)).toBe(system)
    for (const word of system.alsoCalled ?? []) expect(guestSystem(word), word).toBe(system)
  })

  it('recommends no less than it needs, and says where that is from', () => {
    const mebibytes = (size: string) => Number.parseInt(size, 10) * (size.endsWith('G') ? 1024 : 1)
    expect(mebibytes(system.recommended.ram)).toBeGreaterThanOrEqual(mebibytes(system.minimum.ram))
    expect(mebibytes(system.recommended.disk)).toBeGreaterThanOrEqual(mebibytes(system.minimum.disk))
    expect(system.sources.length).toBeGreaterThan(0)
    for (const source of system.sources) expect(source).toMatch(/, \d{4}-\d\d-\d\d$/)
  })

  it('never goes against what the author says', () => {
    const said: VmSpec = {
      ...ofSystem(system),
      ram: '3G',
      cpu: 7,
      disk_size: '77G',
      firmware: 'bios',
      machine: 'q35',
      network: { model: 'rtl8139' },
      libvirt: {
        clock: { offset: 'variable', timers: [] },
        features: { smm: false, hyperv: { relaxed: 'off' } },
        devices: { tpm: [], graphics: [], video: [], inputs: [], interfaces: [] },
        root_disk: { target: { dev: 'vdq', bus: 'scsi' } },
      },
    }
    const { domain } = resolve({ name: 'vm', spec: said }, undefined)
    expect(domain.memory?.value).toBe('3072 MiB')
    expect(domain.vcpu?.value).toBe(7)
    expect(domain.os).toMatchObject({ machine: 'q35' })
    expect(domain.os?.firmware ?? domain.os?.loader).toBeUndefined()
    expect(domain.clock).toMatchObject({ offset: 'variable', timers: [] })
    expect(domain.features).toMatchObject({ smm: false, hyperv: { relaxed: 'off' } })
    expect(domain.devices?.interfaces?.map(({ model }) => model?.type)).toEqual(['rtl8139'])
    expect(domain.devices?.disks?.map(({ target }) => target?.bus)).toEqual(['scsi'])
    const { tpm = [], graphics = [], video = [], inputs = [] } = domain.devices ?? {}
    expect([...tpm, ...graphics, ...video, ...inputs]).toEqual([])
  })

  it('leaves a note with a reason and a way out on each thing that it gives', () => {
    const { notes } = resolve({ name: 'vm', spec: ofSystem(system) }, undefined)
    const own = notes.filter(({ by }) => by === 'guest')
    expect(own.length).toBeGreaterThan(1)
    for (const { why, how, what } of own) {
      expect(why, what).toMatch(/\w.*\.$/)
      expect(how, what).toMatch(/^(Set|A disk of your own) .*\.$/)
    }
  })

  it('is a design that nothing is wrong with, under libvirt and under QEMU', () => {
    const design = { name: 'vm', spec: ofSystem(system) }
    const errors = allFindings(design, undefined).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })

  it('runs on a host of another kind as far as it is made for it', () => {
    const { domain } = resolve({ name: 'vm', spec: ofSystem(system) }, arm)
    const isMadeForArm = system.arch.some((one) => one === 'aarch64')
    expect(domain.os?.arch).toBe(isMadeForArm ? 'aarch64' : 'x86_64')
    expect(domain.type).toBe(isMadeForArm ? 'kvm' : 'qemu')
    expect(domain.features?.hyperv).toBeUndefined()
  })
})

/** How each publisher writes the addresses of its images and sums, by the documents that the table names. */
const forms: Readonly<Record<string, readonly [image: RegExp, sums: RegExp | undefined]>> = {
  'cloud.debian.org': [
    /^\/images\/cloud\/[a-z]+\/latest\/debian-\d+-generic-(amd64|arm64)\.qcow2$/,
    /\/latest\/SHA512SUMS$/,
  ],
  'cloud-images.ubuntu.com': [
    /^\/([a-z]+)\/current\/\1-server-cloudimg-(amd64|arm64)\.img$/,
    /\/current\/SHA256SUMS$/,
  ],
  'download.fedoraproject.org': [
    /^\/pub\/fedora\/linux\/releases\/(\d+)\/Cloud\/(x86_64|aarch64)\/images\/Fedora-Cloud-Base-Generic-\1-\d\.\d\.\2\.qcow2$/,
    /\/Cloud\/(x86_64|aarch64)\/images\/Fedora-Cloud-\d+-\d\.\d-\1-CHECKSUM$/,
  ],
  'repo.almalinux.org': [
    /^\/almalinux\/(\d+)\/cloud\/(x86_64|aarch64)\/images\/AlmaLinux-\1-GenericCloud-latest\.\2\.qcow2$/,
    /\/images\/CHECKSUM$/,
  ],
  'dl.rockylinux.org': [
    /^\/pub\/rocky\/(\d+)\/images\/(x86_64|aarch64)\/Rocky-\1-GenericCloud-Base\.latest\.\2\.qcow2$/,
    /\.qcow2\.CHECKSUM$/,
  ],
  'cloud.centos.org': [
    /^\/centos\/(\d+)-stream\/(x86_64|aarch64)\/images\/CentOS-Stream-GenericCloud-\1-latest\.\2\.qcow2$/,
    /\.qcow2\.SHA256SUM$/,
  ],
  'yum.oracle.com': [
    /^\/templates\/OracleLinux\/OL(\d+)\/u(\d+)\/(x86_64|aarch64)\/OL\1U\2_\3-kvm(-cloud)?-b\d+\.qcow2$/,
    undefined,
  ],
  'download.opensuse.org': [
    /^\/(distribution\/leap\/\d+\.\d|tumbleweed)\/appliances\/(openSUSE-)?(Leap-\d+\.\d|Tumbleweed)-Minimal-VM\.(x86_64|aarch64)-Cloud\.qcow2$/,
    /-Cloud\.qcow2\.sha256$/,
  ],
  'geo.mirror.pkgbuild.com': [
    /^\/images\/latest\/Arch-Linux-x86_64-cloudimg\.qcow2$/,
    /cloudimg\.qcow2\.SHA256$/,
  ],
  'dl-cdn.alpinelinux.org': [
    /^\/alpine\/v(\d+\.\d+)\/releases\/cloud\/nocloud_alpine-\1\.\d+-(x86_64-bios|aarch64-uefi)-cloudinit-r\d\.qcow2$/,
    /\.qcow2\.sha512$/,
  ],
  'download.freebsd.org': [
    /^\/releases\/VM-IMAGES\/(\d+\.\d)-RELEASE\/(amd64|aarch64)\/Latest\/FreeBSD-\1-RELEASE-(amd64|arm64-aarch64)-BASIC-CLOUDINIT-ufs\.qcow2\.xz$/,
    /\/Latest\/CHECKSUM\.SHA512$/,
  ],
}

const images = guestSystems.flatMap(({ id, images = {} }) =>
  Object.entries(images).map(([arch, image]) => ({ id, arch, image })),
)

test.each(images)('the image of $id for $arch has the form that its publisher documents', ({ image }) => {
  const { hostname, pathname, protocol } = new URL(image.url)
  expect(protocol).toBe('https:')
  const [form, sumsForm] = forms[hostname] ?? [/^nobody knows$/, undefined]
  expect(pathname).toMatch(form)
  if (sumsForm === undefined) {
    expect(image.sums).toBeUndefined()
    expect(image.sha256).toMatch(/^[0-9a-f]{64}$/)
    return
  }
  // Of the same directory, so that it speaks of this image.
  expect(new URL(image.sums ?? '').pathname).toMatch(sumsForm)
  expect(new URL('.', image.sums ?? '').href).toBe(new URL('.', image.url).href)
})

test.each(guestSystems.filter(({ images }) => images !== undefined))(
  'choosing the image of $id says all of it in words of vm.yml',
  (system) => {
    const before: VmSpec = { source: { kind: 'imported', disk_path: '/old.qcow2', cache: '/srv' }, ram: '3G' }
    const spec = applyChanges(before, imageChanges(before, system))
    expect(checkSpec(spec).findings).toEqual([])
    expect(spec).toMatchObject({
      guest: system.id,
      ram: '3G',
      source: { kind: 'cloud_image', cache: '/srv' },
    })
    expect(spec.source).not.toHaveProperty('disk_path')
    expect(spec.source?.checksum_url ?? spec.source?.checksum?.value).toBeDefined()
    expect(loginOf({ name: 'vm', spec })).toEqual({ kind: 'adopted', name: system.firstUser })
  },
)

test('a system that nobody knows is as possible as none', () => {
  const bare: VmSpec = { ram: '1G' }
  const unknown = resolve({ name: 'vm', spec: { ...bare, guest: 'TempleOS 5.03' } }, undefined)
  expect(unknown.domain).toEqual(resolve({ name: 'vm', spec: bare }, undefined).domain)
})

test('no disk is added beside those of the author', () => {
  const disks = [{ source: { file: '/a.qcow2' }, target: { dev: 'sda', bus: 'sata' } }] as const
  const { domain } = resolve(
    { name: 'vm', spec: { guest: 'windows-11', libvirt: { devices: { disks } } } },
    undefined,
  )
  expect(domain.devices?.disks?.map(({ target }) => target?.dev)).toEqual(['sda'])
})

test('the root disk stands behind a CD that has its name', () => {
  const disks = [
    { device: 'cdrom', source: { file: '/w.iso' }, target: { dev: 'sda', bus: 'sata' } },
  ] as const
  const { domain } = resolve(
    { name: 'vm', spec: { guest: 'windows-11', libvirt: { devices: { disks } } } },
    undefined,
  )
  expect(domain.devices?.disks?.map(({ target }) => target?.dev)).toEqual(['sdb', 'sda'])
})

test('a GPU of the host is the screen', () => {
  const hostdevs = [{ type: 'pci', source: { domain: '0', bus: '1', slot: '0', function: '0' } }] as const
  const { devices } = resolve(
    { name: 'vm', spec: { guest: 'windows-11', libvirt: { devices: { hostdevs } } } },
    undefined,
  ).domain
  expect([devices?.graphics, devices?.video, devices?.tpm?.length]).toEqual([undefined, undefined, 1])
})
