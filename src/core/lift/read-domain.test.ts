import { describe, expect, it } from 'vitest'
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
