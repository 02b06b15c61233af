import { describe, expect, test } from 'vitest'
import { decodeDesignLink, encodeDesignLink } from '../core/index.ts'
import { main } from './main.ts'
import { type MemoryIo, memoryIo } from './memory-io.ts'

const web = `vms:
  web:
    source: {kind: cloud_image, url: "https://images.example/fedora.qcow2", base_user: fedora}
    ram: 2G
    cpu: 2
    ssh: {port: 2222}
`
const two = 'vms:\n  a: {ram: 1G}\n  b: {ram: 2G}\n'
const wrong = 'vms:\n  web:\n    ram: 2G\n    cpuss: 2\n'

/** Runs the command and gives its exit status and what it printed. */
async function run(io: MemoryIo, ...argv: readonly string[]) {
  const status = await main(argv, io)
  return { status, out: io.printed.out, err: io.printed.err }
}

describe('usage', () => {
  test('--help prints it and is no error', async () => {
    expect(await run(memoryIo(), '--help')).toMatchObject({ status: 0, err: '' })
    expect((await run(memoryIo(), 'convert', '--help')).out).toContain('usage:')
  })

  test('--version prints the version', async () => {
    expect((await run(memoryIo(), '--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each([
    [[], 'Say convert, check, bundle, preset, systems, why or compare.'],
    [['conver', 'web.yml'], 'There is no command "conver". Did you mean convert?'],
    [
      ['convert', 'web.yml'],
      'convert needs --to and one of xml, argv, shell, explain, yaml, json, cloud-init, svg, link, terraform, proxmox, kubevirt, virt-install, incus, ansible, nixvirt, virsh, systemd, openstack, cloud-hypervisor, vagrant, utm, lima.',
    ],
    [['convert', 'web.yml', '--to', 'yml'], '--to knows no "yml". Did you mean xml? It is one of xml,'],
    [
      ['convert', 'web.yml', '--to', 'argv', '--style', 'shrt'],
      '--style knows no "shrt". Did you mean short?',
    ],
    [['convert', 'web.yml', '--to', 'xml', '--style', 'short'], '--style is for a command line of QEMU'],
    [['convert', 'web.yml', '--to', 'yaml', '--no-spec'], '--no-spec is for --to xml, not yaml.'],
    [['convert', 'web.yml', '--to'], '--to needs a value.'],
    [['convert', 'web.yml', '--to', '--force'], '--to needs a value.'],
    [['convert', 'web.yml', '--too', 'xml'], 'There is no option --too. Did you mean --to?'],
    [['convert', 'web.yml', '--to', 'xml', '--to', 'argv'], '--to is there twice.'],
    [['convert', 'web.yml', '--to', 'xml', '--force=yes'], '--force takes no value.'],
    [['convert', 'web.yml', '--to', 'xml', '--from', 'toml'], '--from knows no "toml".'],
    [['convert', '--to', 'xml'], 'convert needs an INPUT'],
    [['convert', 'web.yml', 'web.yml', '--to', 'xml'], 'Several inputs need --out DIR.'],
    [['convert', '-', '-', '--to', 'xml', '--out', 'd/'], 'Standard input can be read once only.'],
    [['convert', 'web.yml', 'x.yml', '--to', 'xml', '--out', 'web.yml'], 'several inputs need a directory'],
    [['convert', 'web.yml', '--to', 'cloud-init', '--out', 'web.yml'], 'cloud-init needs a directory'],
    [['check'], 'check needs an INPUT'],
    [['check', 'web.yml', '--to', 'xml'], 'There is no option --to.'],
  ])('%j is wrong usage', async (argv, message) => {
    const io = memoryIo({ 'web.yml': web })
    const { status, out, err } = await run(io, ...argv)
    expect(err).toContain(message)
    expect(err).toContain('usage:')
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect([...io.files.keys()]).toEqual(['web.yml'])
  })
})

describe('convert', () => {
  test('prints domain XML', async () => {
    const { status, out, err } = await run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', 'xml')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^<domain type='kvm'>\n {2}<name>web<\/name>\n/)
    expect(out.endsWith('</domain>\n')).toBe(true)
  })

  test('prints XML with the design in it, which alone brings the vm.yml back, comments and all', async () => {
    const files = { 'web.yml': web.replace('cpu: 2', 'cpu: 2 # enough') }
    const { out } = await run(memoryIo(files), 'convert', 'web.yml', '--to', 'xml')
    const edited = out.replaceAll('>2048<', '>3072<')
    const back = await run(memoryIo({ 'web.xml': edited }), 'convert', 'web.xml', '--to', 'yaml')
    expect(back).toEqual({ status: 0, err: '', out: files['web.yml'].replace('2G', '3G') })
    // What has no design in it gets none: it says all there is.
    const bare = (await run(memoryIo(files), 'convert', 'web.yml', '--to', 'xml', '--no-spec')).out
    expect((await run(memoryIo({ a: bare }), 'convert', 'a', '--to', 'xml')).out).toBe(bare)
    expect((await run(memoryIo({ a: out }), 'convert', 'a', '--to', 'xml')).out).toBe(out)
  })

  test('says what XML does not store, and what it can not use of it', async () => {
    const secret = `${web}    cloud_init: {runcmd: ["curl -u me:hunter2 https://example.org"]}\n`
    const { out, err } = await run(memoryIo({ 'web.yml': secret }), 'convert', 'web.yml', '--to', 'xml')
    expect(out).not.toContain('hunter2')
    expect(err).toBe(
      'web.yml:3:5: stored.without: The design in the XML is without its secrets: cloud_init.runcmd[0].\n',
    )
    const newer = await run(
      memoryIo({ a: out.replace("version='1'", "version='7'") }),
      'convert',
      'a',
      '--to',
      'yaml',
    )
    expect(newer.err).toMatch(/^a:\d+:\d+: stored\.version: .*"7"/)
    expect(newer.out).not.toContain('cloud_image')
  })

  test('prints the line that a person would write, with --style short', async () => {
    const short = (to: string) =>
      run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', to, '--style', 'short')
    expect(JSON.parse((await short('argv')).out)).toContain('mon:stdio')
    expect((await short('shell')).out).toMatch(/^qemu-system-x86_64 \\\n {2}-name web \\\n/)
    expect((await short('explain')).out).toMatch(/^-nic user,model=virtio-net-pci\S* +# network/m)
  })

  test('prints the arguments as a JSON array, the program first', async () => {
    const { status, out } = await run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', 'argv')
    const argv: unknown = JSON.parse(out)
    expect(status).toBe(0)
    expect(argv).toContain('-m')
    expect(Array.isArray(argv) && argv.every((word) => typeof word === 'string')).toBe(true)
    expect(Array.isArray(argv) && argv[0]).toBe('qemu-system-x86_64')
  })

  test.each(['xml', 'argv', 'shell', 'explain', 'yaml', 'json', 'cloud-init', 'svg', 'link'])(
    'writes %s',
    async (format) => {
      const { status, out } = await run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', format)
      expect(status).toBe(0)
      expect(out.endsWith('\n')).toBe(true)
      expect(out).not.toContain('undefined')
    },
  )

  test('reads its own YAML, JSON and links as the same design', async () => {
    const canonical = (await run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', 'json')).out
    for (const format of ['yaml', 'json', 'link']) {
      const text = (await run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', format)).out
      expect((await run(memoryIo({ '-': text }), 'convert', '-', '--to', 'json')).out).toBe(canonical)
    }
  })

  test('takes a link itself, a whole address too, and a file that holds one', async () => {
    const link = encodeDesignLink({ name: 'web', spec: { ram: '2G' } })
    const io = () => memoryIo({ 'web.txt': `#${link}\n` })
    const fromFile = await run(io(), 'convert', 'web.txt', '--to', 'yaml')
    expect(fromFile.status).toBe(0)
    expect(await run(io(), 'convert', `#${link}`, '--to', 'yaml')).toEqual(fromFile)
    expect(await run(io(), 'convert', link, '--from', 'link', '--to', 'yaml')).toEqual(fromFile)
    expect(await run(io(), 'convert', `https://vm.example/app/#${link}`, '--to', 'yaml')).toEqual(fromFile)
  })

  test('what a link would touch of the host is among its findings, and of a file is not', async () => {
    const spec = { libvirt: { devices: { filesystems: [{ source: { dir: '/home/me' } }] } } }
    const { out } = await run(memoryIo(), 'check', `#${encodeDesignLink({ name: 'web', spec })}`)
    expect(out).toMatch(/review\.folder: The guest sees the folder \/home\/me and may write in it\./)
    const file = JSON.stringify({ name: 'web', spec })
    expect((await run(memoryIo({ 'web.json': file }), 'check', 'web.json')).out).not.toContain('review.')
  })

  test('a link that was cut off is an error of its input', async () => {
    const { status, err } = await run(memoryIo(), 'convert', 'v1.00000000.AAAA', '--to', 'xml')
    expect(err).toMatch(/^link: link\.check: /)
    expect(status).toBe(1)
  })

  test('a link to the design is one that can be read', async () => {
    const { out } = await run(memoryIo({ 'web.yml': web }), 'convert', 'web.yml', '--to', 'link')
    expect(decodeDesignLink(out).design?.name).toBe('web')
  })

  test('a design that no link can hold is an error', async () => {
    // Digits that do not compress.
    const digits = Array.from({ length: 20_000 }, (_, index) => Math.sin(index).toString(36).slice(4, 10))
    const big = `vms:\n  web:\n    cloud_init: {runcmd: [${digits.map((word) => `x${word}`).join(', ')}]}\n`
    const { status, out, err } = await run(memoryIo({ 'big.yml': big }), 'convert', 'big.yml', '--to', 'link')
    expect(err).toMatch(/^big\.yml:1:1: link\.too-long: |^big\.yml:\d+:\d+: link\.too-long: /m)
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })

  test('findings have their place in the file; with errors there is no output', async () => {
    const { status, out, err } = await run(
      memoryIo({ 'd/web.yml': wrong }),
      'convert',
      'd/web.yml',
      '--to',
      'xml',
    )
    expect(err).toMatch(/^d\/web\.yml:4:5: spec\.unknown-key: .*cpus?/)
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })

  test('--force writes what can be written, and is an error all the same', async () => {
    const io = memoryIo({ 'web.yml': wrong })
    const { status, out, err } = await run(io, 'convert', 'web.yml', '--to', 'xml', '--force')
    expect(err).toContain('spec.unknown-key')
    expect(out).toContain("<memory unit='MiB'>2048</memory>")
    expect(status).toBe(1)
  })

  test('an error that only the rules see has a place, too', async () => {
    const text = 'vms:\n  web:\n    ssh:\n      port: 22\n      port_auto: true\n'
    const { status, err } = await run(memoryIo({ 'web.yml': text }), 'convert', 'web.yml', '--to', 'yaml')
    expect(err).toMatch(/^web\.yml:[345]:\d+: ssh\.\S+: /)
    expect(status).toBe(1)
  })

  test('a file that can’t be read is an error of that input', async () => {
    const { status, err } = await run(memoryIo(), 'convert', 'web.yml', '--to', 'xml')
    expect(err).toBe('web.yml: input.unreadable: cannot be read: there is no such file\n')
    expect(status).toBe(1)
  })

  test('--out DIR: each input gives BASE.EXT, and one that is wrong does not stop the rest', async () => {
    const io = memoryIo({ 'in/web.yml': web, 'in/bad.yml': wrong, 'in/c.d.yml': web })
    const { status, out } = await run(
      io,
      'convert',
      ...['in/web.yml', 'in/bad.yml', 'in/c.d.yml'],
      ...['--to', 'argv', '--out', 'out'],
    )
    expect({ status, out }).toEqual({ status: 1, out: '' })
    const written = [...io.files.keys()].filter((name) => name.startsWith('out'))
    expect(written).toEqual(['out/web.argv.json', 'out/c.d.argv.json'])
  })

  test.each([
    ['xml', ['o/web.xml']],
    ['argv', ['o/web.argv.json']],
    ['shell', ['o/web.sh']],
    ['explain', ['o/web.explain.txt']],
    ['yaml', ['o/web.yml']],
    ['json', ['o/web.json']],
    ['svg', ['o/web.svg']],
    ['link', ['o/web.link.txt']],
    ['cloud-init', ['o/web/user-data', 'o/web/meta-data']],
  ])('--to %s --out DIR/ writes %j', async (format, names) => {
    const io = memoryIo({ 'web.yml': web })
    expect((await run(io, 'convert', 'web.yml', '--to', format, '--out', 'o/')).status).toBe(0)
    expect([...io.files.keys()].slice(1)).toEqual(names)
  })

  test('--out FILE writes that file', async () => {
    const io = memoryIo({ 'web.yml': web })
    const { status, out } = await run(io, 'convert', 'web.yml', '--to', 'xml', '--out', 'd/machine.xml')
    expect({ status, out }).toEqual({ status: 0, out: '' })
    expect(io.files.get('d/machine.xml')).toMatch(/^<domain/)
  })

  test('of several VMs one has to be named, or a directory given', async () => {
    const files = { 'two.yml': two }
    const unsaid = await run(memoryIo(files), 'convert', 'two.yml', '--to', 'xml')
    expect(unsaid.err).toContain('input.several-vms: There are 2 VMs here: "a", "b".')
    expect(unsaid.status).toBe(1)

    const said = await run(memoryIo(files), 'convert', 'two.yml', '--to', 'xml', '--vm', 'b')
    expect(said.out).toContain('<name>b</name>')
    expect(said.status).toBe(0)

    const other = await run(memoryIo(files), 'convert', 'two.yml', '--to', 'xml', '--vm', 'c')
    expect(other.err).toContain('input.no-such-vm: There is no VM "c" here; there is "a", "b".')
    expect(other.status).toBe(1)

    const io = memoryIo(files)
    expect((await run(io, 'convert', 'two.yml', '--to', 'xml', '--out', 'o/')).status).toBe(0)
    expect([...io.files.keys()].slice(1)).toEqual(['o/two-a.xml', 'o/two-b.xml'])
  })

  test('two inputs do not write the same file', async () => {
    const io = memoryIo({ 'a/web.yml': web, 'b/web.yml': web.replace('2G', '4G') })
    const { status, err } = await run(io, 'convert', 'a/web.yml', 'b/web.yml', '--to', 'xml', '--out', 'o/')
    expect(err).toContain('b/web.yml: output.taken: o/web.xml was written from a/web.yml already.')
    expect(status).toBe(1)
    expect(io.files.get('o/web.xml')).toContain("<memory unit='MiB'>2048</memory>")
  })

  test('the name of a VM does not lead out of the directory', async () => {
    const link = encodeDesignLink({ name: '../../etc/x', spec: { ram: '2G' } })
    const io = memoryIo()
    await run(io, 'convert', `#${link}`, '--to', 'yaml', '--out', 'o/', '--force')
    expect([...io.files.keys()]).toEqual(['o/__.._etc_x.yml'])
  })

  test('--host says where the VM runs', async () => {
    const host = '{"paths": {"disk": "/pool/{name}.qcow2"}}'
    const io = memoryIo({ 'web.yml': web, 'host.json': host })
    expect((await run(io, 'convert', 'web.yml', '--host', 'host.json', '--to', 'xml')).out).toContain(
      "<source file='/pool/web.qcow2'/>",
    )
  })

  test('a wrong host file is said with its place, and nothing is converted for another host', async () => {
    const io = memoryIo({ 'web.yml': web, 'host.json': '{\n  "distr": "arch"\n}' })
    const { status, out, err } = await run(
      io,
      'convert',
      'web.yml',
      '--host',
      'host.json',
      '--to',
      'xml',
      '--force',
    )
    expect(err).toMatch(/^host\.json:2:3: host\.facts\.unknown-key: .*"distro"/)
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })

  test('what is printed of a hostile file is one harmless line', async () => {
    const io = memoryIo({ 'web.yml': 'vms:\n  web:\n    "\\e[31mred\\nline": 1\n' })
    const { err } = await run(io, 'convert', 'web.yml', '--to', 'xml')
    expect(err).not.toContain('\u001b')
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('check', () => {
  test('a design without errors gives exit status 0', async () => {
    expect(await run(memoryIo({ 'web.yml': web }), 'check', 'web.yml')).toMatchObject({ status: 0 })
  })

  const bridged = 'vms:\n  web: {ram: 2G, network: {mode: bridge, bridge: br0}, ssh: {key_source: none}}\n'
  const ofQemu = /^web\.yml:2:\d+: qemu\.differs: /m

  test('a design for libvirt is told nothing that a hand-run QEMU alone lacks', async () => {
    const io = () => memoryIo({ 'web.yml': bridged })
    expect(await run(io(), 'check', 'web.yml')).toEqual({ status: 0, out: '', err: '' })
    const asked = await run(io(), 'check', 'web.yml', '--target', 'qemu')
    expect(asked.out).toMatch(ofQemu)
    expect(asked.err).toBe('web.yml: 1 warning, 2 advice\n')
    expect(await run(io(), 'check', 'web.yml', '--target', 'all')).toEqual(asked)
    const byHand = memoryIo({ 'web.yml': bridged.replace('{ram', '{backend: qemu, ram') })
    expect((await run(byHand, 'check', 'web.yml')).out).toMatch(ofQemu)
  })

  test('errors, warnings and advice are counted apart, and what others have is mentioned', async () => {
    const text = web.replace('ssh: {port: 2222}', 'cpuss: 2\n    network: {mode: bridge, bridge: br0}')
    expect((await run(memoryIo({ 'web.yml': text }), 'check', 'web.yml')).err).toBe(
      'web.yml: 1 error, 1 advice; 3 more concern only a hand-run QEMU (vmwright check --target qemu)\n',
    )
  })

  test('an error of another target is none of this one', async () => {
    const io = () => memoryIo({ 'web.yml': 'vms:\n  web: {backend: qemu, autostart: true, ram: 2G}\n' })
    expect((await run(io(), 'check', 'web.yml')).status).toBe(1)
    expect((await run(io(), 'check', 'web.yml', '--target', 'libvirt')).status).toBe(0)
    expect((await run(io(), 'check', 'web.yml', '--target', 'all')).status).toBe(1)
  })

  test('--json and --sarif say which target a finding is about', async () => {
    const io = () => memoryIo({ 'web.yml': bridged })
    const json: unknown = JSON.parse((await run(io(), 'check', 'web.yml', '--target', 'qemu', '--json')).out)
    expect(json).toContainEqual(expect.objectContaining({ code: 'qemu.differs', target: 'qemu' }))
    const sarif: unknown = JSON.parse((await run(io(), 'check', 'web.yml', '--target=all', '--sarif')).out)
    expect(sarif).toMatchObject({
      runs: [
        {
          results: expect.arrayContaining([
            expect.objectContaining({ ruleId: 'qemu.differs', properties: { target: 'qemu' } }),
          ]),
        },
      ],
    })
  })

  test('a target that is none is wrong usage', async () => {
    const { status, err } = await run(memoryIo({ 'web.yml': web }), 'check', 'web.yml', '--target', 'qemuu')
    expect(status).toBe(2)
    expect(err).toContain('Did you mean qemu?')
  })

  test('prints findings and fails on errors', async () => {
    const { status, out } = await run(memoryIo({ 'web.yml': wrong }), 'check', 'web.yml')
    expect(out).toMatch(/^web\.yml:4:5: spec\.unknown-key: /m)
    expect(status).toBe(1)
  })

  test('--json prints one array for all inputs', async () => {
    const io = memoryIo({ 'bad.yml': wrong, 'two.yml': two })
    const { status, out } = await run(io, 'check', 'bad.yml', 'gone.yml', 'two.yml', '--json')
    const findings: unknown = JSON.parse(out)
    expect(status).toBe(1)
    expect(findings).toContainEqual({
      file: 'bad.yml',
      code: 'spec.unknown-key',
      severity: 'error',
      path: 'cpuss',
      message: expect.any(String),
      line: 4,
      column: 5,
    })
    expect(findings).toContainEqual(
      expect.objectContaining({ file: 'gone.yml', code: 'input.unreadable', severity: 'error', path: '' }),
    )
  })

  test('--json prints an empty array when nothing is found', async () => {
    const quiet = 'vms:\n  web:\n    ram: 2G\n    ssh: {key_source: none}\n'
    expect(await run(memoryIo({ 'web.yml': quiet }), 'check', 'web.yml', '--json')).toEqual({
      status: 0,
      out: '[]\n',
      err: '',
    })
  })
})
