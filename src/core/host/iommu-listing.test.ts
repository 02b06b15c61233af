import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { iommuGroups } from './iommu-groups.ts'
import { iommuListingCommand, iommuListingLimits, readIommuListing } from './iommu-listing.ts'
import { formatPciAddress } from './pci-address.ts'

const samples = new URL('../../../../shared/samples/host/', import.meta.url)
const haveSamples = existsSync(samples)

/** Address, group, class, ids: one line a device. */
function brief(text: string): string[] {
  return readIommuListing(text).devices.map(
    (device) =>
      `${formatPciAddress(device.address)} ${device.iommu_group ?? '-'} ${device.class_code} ${device.vendor_id}:${device.device_id}`,
  )
}

const codes = (text: string) =>
  readIommuListing(text).findings.map((finding) => `${finding.position?.line ?? '-'} ${finding.code}`)

const gpu =
  '03:00.0 VGA compatible controller [0300]: Acme Corp. [Acme/ATI] Nimbus [Storm 9 XT] [1234:abcd] (rev c8)'
const sound = '03:00.1 Audio device [0403]: Acme Corp. Nimbus HDMI [1234:ABCE]'

describe('readIommuListing', () => {
  it('reads the group on each line', () => {
    const { devices, findings } = readIommuListing(`IOMMU Group 7 ${gpu}\nIOMMU Group 7 ${sound}\n`)
    expect(findings).toEqual([])
    expect(devices).toEqual([
      {
        address: { domain: 0, bus: 3, slot: 0, function: 0 },
        class_code: '0300',
        class_name: 'VGA compatible controller',
        name: 'Acme Corp. [Acme/ATI] Nimbus [Storm 9 XT]',
        vendor_id: '1234',
        device_id: 'abcd',
        revision: 'c8',
        iommu_group: 7,
      },
      {
        address: { domain: 0, bus: 3, slot: 0, function: 1 },
        class_code: '0403',
        class_name: 'Audio device',
        name: 'Acme Corp. Nimbus HDMI',
        vendor_id: '1234',
        device_id: 'abce',
        iommu_group: 7,
      },
    ])
  })

  it('reads the group as a heading, in the ways that scripts write it', () => {
    const wanted = ['0000:03:00.0 7 0300 1234:abcd', '0000:03:00.1 8 0403 1234:abce']
    for (const heading of [
      'IOMMU Group N:',
      'Group N:',
      'Group: N',
      'IOMMU group N',
      '### Group N ###',
      'iommu_group: N',
    ]) {
      const text = `${heading.replace('N', '7')}\n\t${gpu}\n${heading.replace('N', '8')}\n\t${sound}\n`
      expect(brief(text), heading).toEqual(wanted)
      expect(codes(text), heading).toEqual([])
      expect(brief(text.replaceAll('\t', '')), `${heading}, without indentation`).toEqual(wanted)
      expect(brief(text.replace(/^/gm, '    ')), `${heading}, all indented`).toEqual(wanted)
    }
  })

  it('ends a heading where the indentation ends', () => {
    expect(brief(`Group 7:\n\t${gpu}\n${sound}`)).toEqual([
      '0000:03:00.0 7 0300 1234:abcd',
      '0000:03:00.1 - 0403 1234:abce',
    ])
  })

  it('reads lspci -nnk, with and without domains', () => {
    const text = [
      `0000:${gpu}`,
      '\tDeviceName: Slot 1',
      '\tSubsystem: Acme Corp. Nimbus [1234:0001]',
      '\tKernel driver in use: vfio-pci',
      '\tKernel modules: stormfb, storm',
      `10000:${sound}`,
    ].join('\n')
    const { devices, findings } = readIommuListing(text)
    expect(findings).toEqual([])
    expect(devices[0]).toMatchObject({
      driver: 'vfio-pci',
      modules: ['stormfb', 'storm'],
      subsystem: 'Acme Corp. Nimbus [1234:0001]',
    })
    expect(devices[1]?.address.domain).toBe(0x10000)
    expect(devices[1]).not.toHaveProperty('driver')
  })

  it('reads the group that lspci -v and -vv print below a device', () => {
    const verbose = [
      `${gpu} (prog-if 00 [VGA controller])`,
      '\tFlags: bus master, fast devsel, latency 0, IRQ 90, IOMMU group 12',
      '\tMemory at d0000000 (64-bit, prefetchable) [size=256M]',
      '\tCapabilities: <access denied>',
      '\tKernel driver in use: storm',
      '',
      sound,
      '\tControl: I/O+ Mem+',
      '\tIOMMU group: 12',
      '\tCapabilities: [64] Express (v2) Legacy Endpoint',
      '\t\tDevCap:\tMaxPayload 256 bytes',
      '\t\t\tExtTag+',
      '\tKernel driver in use: snd_storm',
    ].join('\n')
    const { devices, findings } = readIommuListing(verbose)
    expect(findings).toEqual([])
    expect(devices.map((device) => [device.iommu_group, device.driver])).toEqual([
      [12, 'storm'],
      [12, 'snd_storm'],
    ])
  })

  it('reads details below the devices of a heading', () => {
    const text = `IOMMU Group 3:\n\t${gpu}\n\t\tKernel driver in use: storm\nIOMMU Group 4:\n\t${sound}\n`
    expect(brief(text)).toEqual(['0000:03:00.0 3 0300 1234:abcd', '0000:03:00.1 4 0403 1234:abce'])
    expect(codes(text)).toEqual([])
  })

  it('sees through colours, CRLF, a byte order mark, bullets and prompts', () => {
    const text =
      '\uFEFF[me@host ~]$ lspci -nn\r\n' +
      `\u001b[1;32mIOMMU Group 7\u001b[0m \u001b[33m${gpu}\u001b[0m\r\n` +
      `me@host:~$ IOMMU Group 7 [RESET] ${sound}\r\n` +
      ` - ${gpu.replace('03:00.0', '04:00.0')}\r\n` +
      'me@host:~$ \r\n'
    expect(brief(text)).toEqual([
      '0000:03:00.0 7 0300 1234:abcd',
      '0000:03:00.1 7 0403 1234:abce',
      '0000:04:00.0 - 0300 1234:abcd',
    ])
    expect(codes(text)).toEqual([])
  })

  it('puts two listings of one host together', () => {
    const text = `IOMMU Group 7 ${gpu}\n\n${gpu}\n\tKernel driver in use: storm\n`
    expect(readIommuListing(text).devices).toMatchObject([{ iommu_group: 7, driver: 'storm' }])
    expect(codes(`IOMMU Group 7 ${gpu}\nIOMMU Group 8 ${gpu}`)).toEqual(['2 host.listing.group-conflict'])
  })

  it('names what it could not read', () => {
    expect(codes(`${gpu}\nhello there\nGroup 3 is mine\n`)).toEqual([
      '2 host.listing.unread-line',
      '3 host.listing.unread-line',
    ])
    expect(
      codes('03:00.0 VGA compatible controller: Acme Nimbus (rev c8)\n\tKernel driver in use: x'),
    ).toEqual(['- host.listing.no-devices', '1 host.listing.no-ids'])
  })

  it('says how to get a listing when there is none', () => {
    const { devices, findings } = readIommuListing('')
    expect(devices).toEqual([])
    expect(findings).toMatchObject([{ code: 'host.listing.no-devices', severity: 'error' }])
    expect(findings[0]?.message).toContain(iommuListingCommand)
  })

  it('gives a command that bash understands', () => {
    expect(iommuListingCommand).toBe(
      [
        'shopt -s nullglob; for d in /sys/kernel/iommu_groups/*/devices/*; do n=$',
        '{d#*/iommu_groups/}; n=$',
        `{n%%/*}; printf 'IOMMU Group %s ' "$n"; lspci -nnks "$`,
        '{d##*/}"; done',
      ].join(''),
    )
    expect(spawnSync('bash', ['-n', '-c', iommuListingCommand], { encoding: 'utf8' })).toMatchObject({
      stderr: '',
    })
  })

  it('counts what it does not name', () => {
    const { findings } = readIommuListing(`${gpu}\n${'what?\n'.repeat(iommuListingLimits.findings + 5)}`)
    expect(findings).toHaveLength(iommuListingLimits.findings + 1)
    expect(findings.at(-1)?.message).toBe('5 more lines of the listing with this problem.')
  })

  it('stays quick and says so when the text is huge or hostile', () => {
    const size = 8 * 1024 * 1024
    const units = [
      'a',
      ' ',
      '\n',
      '\t\n',
      '\u001b[',
      '\u001b]8;;',
      'IOMMU Group ',
      'group 1 ',
      '-',
      '[',
      `${'x'.repeat(1999)}\n`,
      `${' '.repeat(1998)}[\n`,
      `${'\u001b['.repeat(900)}\n`,
      `${'group='.repeat(330)}\n`,
      `${'$ '.repeat(900)}\n`,
      `03:00.0 ${'[0300'.repeat(390)}\n`,
      `03:00.0 x [0300]: ${'[1234:'.repeat(300)}\n`,
      `${gpu}\n`,
    ]
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(size / unit.length))
      const read = () =>
        expect(readIommuListing(text).findings.map((finding) => finding.code)).toContain(
          'host.listing.too-long',
        )
      // Linear work takes a fraction of this; quadratic work takes minutes.
      expect(busyMilliseconds(read), JSON.stringify(unit.slice(0, 20))).toBeLessThan(10_000)
    }
    expect(codes(`${gpu}\n${'x'.repeat(5000)}`)).toEqual(['2 host.listing.line-too-long'])
  }, 120_000)

  it.skipIf(!haveSamples)('reads the sample with groups on each line (needs ../shared/samples/host)', () => {
    const { devices, findings } = readIommuListing(
      readFileSync(new URL('haswell-desktop.iommu.txt', samples), 'utf8'),
    )
    expect(findings).toEqual([])
    expect(devices).toHaveLength(17)
    expect(iommuGroups(devices).map((group) => `${group.id}: ${group.sentence}`)).toMatchInlineSnapshot(`
      [
        "0: 1 function · stays with the host",
        "1: 1 function · stays with the host",
        "2: 1 function · stays with the host",
        "3: 1 function · isolated",
        "5: 1 function · isolated",
        "7: 1 function · isolated",
        "10: 1 function · stays with the host",
        "11: 1 function · isolated",
        "12: 3 functions · held by the ISA bridge 0000:00:1f.0",
        "13: 2 functions · isolated",
        "14: 2 functions · isolated",
        "15: 1 function · isolated",
        "16: 1 function · isolated",
      ]
    `)
  })

  it.skipIf(!haveSamples)('reads the sample with headings (needs ../shared/samples/host)', () => {
    const text = readFileSync(new URL('skylake-shared-group.iommu.txt', samples), 'utf8')
    expect(codes(text)).toEqual([])
    expect(
      iommuGroups(readIommuListing(text).devices).map((group) => `${group.id}: ${group.sentence}`),
    ).toEqual(['0: 1 function · stays with the host', '1: 3 functions · shared with a bridge'])
  })
})
