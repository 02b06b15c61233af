import { describe, expect, test } from 'vitest'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

async function run(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const io = memoryIo(files)
  const status = await main(argv, io)
  return { status, out: io.printed.out, err: io.printed.err, files: io.files }
}

const desk = `<domain type='kvm'>
  <name>desk</name>
  <memory unit='KiB'>8388608</memory>
  <vcpu placement='static'>4</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <!-- the old disk -->
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='/images/desk.qcow2'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x20' function='0x0'/>
    </disk>
    <teapot colour='blue'/>
  </devices>
</domain>
`
const named = (name: string) =>
  `<domain type='kvm'><name>${name}</name><memory>1048576</memory><os><type>hvm</type></os></domain>`

describe('convert --from xml', () => {
  const files = { 'desk.xml': desk }

  test('to YAML says it in the words of an author', async () => {
    const { status, out, err } = await run(
      files,
      'convert',
      'desk.xml',
      '--from',
      'xml',
      '--to',
      'yaml',
      '--force',
    )
    expect(err).toMatch(/^desk\.xml:14:54: address\.range: /m)
    expect(status).toBe(1)
    await expect(out).toMatchFileSnapshot('__snapshots__/desk.yml')
  })

  test('to XML gives back the same XML', async () => {
    const { out } = await run(files, 'convert', 'desk.xml', '--from', 'xml', '--to', 'xml', '--force')
    expect(out).toBe(desk)
  })

  test('to XML by way of YAML too', async () => {
    const yaml = (await run(files, 'convert', 'desk.xml', '--to', 'yaml', '--force')).out
    expect((await run({ '-': yaml }, 'convert', '-', '--to', 'xml', '--force', '--no-spec')).out).toBe(desk)
  })

  test('to a command line', async () => {
    const good = { 'a.xml': named('a') }
    const { status, out } = await run(good, 'convert', 'a.xml', '--from', 'xml', '--to', 'argv')
    const argv: unknown = JSON.parse(out)
    expect(status).toBe(0)
    expect(argv).toContain('qemu-system-x86_64')
    expect(argv).toContain('guest=a,debug-threads=on')
  })

  test('of several domains one has to be named, or a directory given', async () => {
    const several = { 'two.xml': `${named('a')}\n${named('b')}\n` }
    const unsaid = await run(several, 'convert', 'two.xml', '--to', 'xml')
    expect(unsaid.err).toContain('input.several-vms: There are 2 VMs here: "a", "b".')
    expect(unsaid.status).toBe(1)
    const said = await run(several, 'convert', 'two.xml', '--to', 'xml', '--vm', 'b')
    expect(said.out).toContain('<name>b</name>')
    expect(said.status).toBe(0)
    const all = await run(several, 'convert', 'two.xml', '--to', 'xml', '--out', 'o/')
    expect([...all.files.keys()].slice(1)).toEqual(['o/two-a.xml', 'o/two-b.xml'])
  })

  test.each([
    ['domstatus', `<domstatus state='running'>${named('a')}</domstatus>`],
    ['domainsnapshot', `<domainsnapshot><name>before</name>${named('a')}</domainsnapshot>`],
  ])('takes the domain out of <%s>', async (_, text) => {
    const { status, out } = await run({ 'a.xml': text }, 'convert', 'a.xml', '--from', 'xml', '--to', 'xml')
    expect(out).toContain('<name>a</name>')
    expect(status).toBe(0)
  })

  test.each([
    [
      'a network',
      '\n<network><name>default</name></network>',
      /^x\.xml:2:1: domain\.root: This is a network /,
    ],
    ['what is not well-formed', '<domain>\n  <name>a</nam>\n</domain>', /^x\.xml:2:\d+: xml\.\S+: /],
    ['what ends too early', '<domain>\n  <name>a</name>\n', /^x\.xml:3:1: xml\.unclosed-tag: /],
    ['a document type', "<!DOCTYPE domain [<!ENTITY a 'b'>]>\n<domain/>", /^x\.xml:1:\d+: xml\.doctype: /],
    ['elements nested too deep', '<domain>'.repeat(300), /^x\.xml:1:\d+: xml\.depth: /],
  ])('refuses %s with its place', async (_, text, message) => {
    const { status, out, err } = await run(
      { 'x.xml': text },
      'convert',
      'x.xml',
      '--from',
      'xml',
      '--to',
      'xml',
    )
    expect(err).toMatch(message)
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })
})

describe('check of XML', () => {
  test('has the places of findings in the XML, and lists what the form does not show', async () => {
    const { status, out } = await run({ 'desk.xml': desk }, 'check', 'desk.xml')
    expect(out).toMatch(/^desk\.xml:14:54: address\.range: /m)
    const [kept] = /^desk\.xml:\S+ xml\.kept: .*$/m.exec(out) ?? []
    expect(kept).toBe(
      "desk.xml:1:1: xml.kept: 2 things are kept that the form does not show: devices: <teapot colour='blue'/>; <!-- the old disk -->",
    )
    expect(status).toBe(1)
  })

  test('has the places of the domain that is meant', async () => {
    const wrong = (name: string) => named(name).replace('1048576', '0')
    const { out } = await run({ 'two.xml': `${wrong('a')}\n${wrong('b')}` }, 'check', 'two.xml')
    expect(out).toMatch(/^two\.xml:1:\d+: memory\./m)
    expect(out).toMatch(/^two\.xml:2:\d+: memory\./m)
  })

  test('says nothing of XML that the form shows whole', async () => {
    const { out } = await run({ 'a.xml': named('a') }, 'check', 'a.xml')
    expect(out).not.toContain('xml.kept')
  })
})

describe('convert --from proxmox', () => {
  const files = {
    '100.conf':
      'boot: order=scsi0\ncores: 2\nmemory: 4096\nname: web\nnet0: virtio=BC:24:11:01:02:03,bridge=vmbr0,firewall=1\nostype: l26\nscsi0: local-lvm:vm-100-disk-0,size=32G\nscsihw: virtio-scsi-pci\n',
  }

  test('a configuration is told by its look, and goes back through vm.yml', async () => {
    const { status, out, err } = await run(files, 'convert', '100.conf', '--to', 'yaml')
    expect(status).toBe(0)
    expect(out).toContain('ram: 4G')
    expect(err).toContain('100.conf:7:1: proxmox.volume')
    const back = await run({ 'web.yml': out }, 'convert', 'web.yml', '--to', 'proxmox', '--out', 'made/')
    expect(back.err).toBe('')
    expect(back.status).toBe(0)
    expect(back.files.get('made/web/100.conf')).toContain('bridge=vmbr0,firewall=1')
  })
})
