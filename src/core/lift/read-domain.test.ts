import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { keptFinding, listKept, readDomainXml } from './index.ts'

const domain = (name: string) => `<domain type='kvm'><name>${name}</name></domain>`
const codes = (text: string) => readDomainXml(text).findings.map((finding) => finding.code)
const names = (text: string) => readDomainXml(text).domains.map((read) => read.name)

describe('readDomainXml', () => {
  it('finds a domain alone, wrapped by libvirt, and among others', () => {
    expect(names(domain('a'))).toEqual(['a'])
    expect(names(`<domstatus state='running'>${domain('b')}</domstatus>`)).toEqual(['b'])
    expect(names(`<domainsnapshot><name>s</name>${domain('c')}</domainsnapshot>`)).toEqual(['c'])
    expect(names(`${domain('a')}\n<!-- and -->\n${domain('b')}`)).toEqual(['a', 'b'])
    expect(names("<domain type='kvm'/>")).toEqual(['imported'])
  })

  it('cuts each one out as it is written', () => {
    expect(readDomainXml(`<!-- x -->${domain('a')}`).domains[0]?.source).toBe(domain('a'))
  })

  it('reads what stands between prompts and other lines, each thing at its place', () => {
    const text = `me@host:~$ virsh dumpxml a\n<domain type='kvm'>\n  <name>a</name>\n  <vcpu>2</vcpu>\n</domain>\n\nme@host:~$ virsh dumpxml b\n${domain('b')} done\nme@host:~$\n`
    const { domains, findings } = readDomainXml(text)
    expect(domains.map(({ name, element }) => `${name} ${element.position?.line}`)).toEqual(['a 2', 'b 8'])
    expect(domains[1]?.source).toBe(domain('b'))
    expect(findings.filter(({ code }) => code.startsWith('xml.'))).toEqual([
      {
        code: 'xml.text-around',
        severity: 'advice',
        path: [],
        position: { line: 1, column: 1 },
        message: '4 lines that are no XML were passed over, the first of them line 1.',
      },
    ])
  })

  it.each([
    ['a prompt', `[root@h ~]# virsh dumpxml --inactive x\n${domain('x')}\n`],
    ['Markdown', `This is it:\n\n\`\`\`xml\n${domain('x')}\n\`\`\`\nIt does not start.\n`],
    ['what virsh edit has', `$ cat x.xml\n<!--\nWARNING: made by\n  virsh edit x\n-->\n\n${domain('x')}\n`],
    [
      'a snapshot',
      `# virsh snapshot-dumpxml x s\n<domainsnapshot>\n  ${domain('x')}\n</domainsnapshot>\n\n#\n`,
    ],
    [
      'a forum that indents',
      `my machine\n\n    <domain type='kvm'>\n    <name>x</name>\n    </domain>\n\nthanks\n`,
    ],
    ['a mail', `Anna wrote:\n> Hello,\n> <domain type='kvm'>\n>   <name>x</name>\n> </domain>\n> Bye\n`],
    ['an answer to it', `>> <domain type='kvm'>\n>>   <name>x</name>\n>>\n>> </domain>\n> I see\n`],
    ['Windows', `C:\\> type x.xml\r\n<domain type='kvm'>\r\n<name>x</name>\r\n</domain>\r\n\r\nC:\\>\r\n`],
  ])('reads what is in the text of %s', (_where, text) => {
    const { domains, findings } = readDomainXml(text)
    expect(domains.map(({ name }) => name)).toEqual(['x'])
    expect(findings.map(({ code }) => code).filter((code) => code !== 'domain.no-os')).toEqual([
      'xml.text-around',
    ])
  })

  it('takes text among elements for what it is', () => {
    expect(codes(`<domain type='kvm'><name>x</name></domain>\n<network/>\n# text`)).not.toContain(
      'xml.text-around',
    )
    expect(codes("<domain type='kvm'>\nhere\n<name>x</name></domain>")).not.toContain('xml.text-around')
  })

  it('takes time as the text is long', () => {
    const time = (count: number) =>
      busyMilliseconds(() => readDomainXml(`$ x\n<domain/>\n${'</domain>\n'.repeat(count)}`))
    time(1000)
    expect(time(200_000)).toBeLessThan(5000)
  })

  it('names some of what is kept, and counts the rest', () => {
    const teapots = Array.from({ length: 1000 }, (_, index) => `<teapot id='${index}'/>`).join('')
    const [read] = readDomainXml(`<domain type='kvm'><name>a</name>${teapots}</domain>`).domains
    const message = keptFinding(read?.domain ?? {})?.message ?? ''
    expect(message).toContain('1000 things are kept')
    expect(message).toMatch(/; and 980 more$/)
  })

  it('says what it is when it is no domain', () => {
    const [finding] = readDomainXml('<network><name>default</name></network>').findings
    expect(finding).toMatchObject({ code: 'domain.root', position: { line: 1, column: 1 } })
    expect(finding?.message).toContain('a network (<network>)')
    expect(codes('<html/>')).toEqual(['domain.root'])
    expect(codes('<domainsnapshot/>')).toEqual(['domain.root'])
  })

  it.each([
    ['<domain>', 'xml.unclosed-tag'],
    ['<!DOCTYPE domain [<!ENTITY a "b">]><domain/>', 'xml.doctype'],
    ['<domain><a>&b;</a></domain>', 'xml.entity'],
    ['<a>'.repeat(300), 'xml.depth'],
    ['', 'xml.empty'],
  ])('refuses %j', (text, code) => {
    expect(codes(text)).toEqual([code])
  })
})

describe('listKept', () => {
  it('names what the tables do not know, and nothing else', () => {
    const { domains } = readDomainXml(
      "<domain type='kvm' new='1'><name>a</name><!-- why --><future/><vcpu>2</vcpu><os><type arch='x86_64' zone='b'>hvm</type></os></domain>",
    )
    expect(listKept(domains[0]?.domain ?? {})).toEqual([
      { path: ['os'], kind: 'attribute', text: "zone='b'" },
      { path: [], kind: 'attribute', text: "new='1'" },
      { path: [], kind: 'comment', text: '<!-- why -->' },
      { path: [], kind: 'element', text: '<future/>' },
    ])
  })
})
