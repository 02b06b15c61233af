import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allFindings } from '../check/index.ts'
import { renderXmlText } from '../domain/index.ts'
import { resolve } from '../resolve/index.ts'
import { type Design, readSpecs } from '../spec/index.ts'
import { definePaste, forumPost } from './index.ts'

const { designs } = readSpecs(`vms:
  "it's_*my*_<vm>":
    source: { kind: cloud_image, url: "https://example.org/a|b.qcow2" }
    ram: 2G
    ssh: { port: 2222 }
    libvirt:
      title: "\`\`\`\\n</details>"
      devices:
        disks: [{ source: { file: /srv/a.qcow2 }, target: { dev: vdb, bus: virtio, rotation_rate: 7200 } }]
`)
const design: Design = designs[0] ?? { name: '', spec: {} }
const host = { distro: 'debian', distro_version: '13', libvirt: '11.3.0', qemu: '10.0.0' } as const
const xml = renderXmlText(resolve(design, host, 'libvirt').domain)

test('a post has what it is, what is wrong, the host, the XML and the link, whatever the texts are', async () => {
  const findings = allFindings(design, host)
  const post = forumPost({ design, host, xml, findings, link: 'https://example.org/#v1.abc' })
  await expect(post).toMatchFileSnapshot('expected/post.md')
})

test('a shell gives virsh the XML to its last byte, whatever lines are in it', () => {
  // What the shell would run is a function here that shows what it is given.
  const given = (paste: string) =>
    spawnSync('sh', ['-c', `virsh() { printf '%s ' "$@"; cat; }\n${paste}`], { encoding: 'utf8' }).stdout
  const start = '-c qemu:///session define /dev/stdin '
  expect(given(definePaste(xml, 'qemu:///session'))).toBe(`${start}${xml}`)
  const line = fc.oneof(fc.constantFrom('XML', 'XML2', '$(id)', '`id`', "'", '\\'), fc.string())
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = `${lines.join('\n').replaceAll('\0', '')}\n`
      expect(given(definePaste(text, 'qemu:///session'))).toBe(`${start}${text}`)
    }),
    { numRuns: 30 },
  )
})
