import { expect, it } from 'vitest'
import { renderXmlText } from '../domain/index.ts'
import { resolve } from '../resolve/index.ts'
import { designFromPlain } from './index.ts'

function read(xml: string) {
  const $rest = { children: [{ after: null, count: 0, xml }] }
  const { design, findings } = designFromPlain({ name: 'a', spec: { libvirt: { $rest } } })
  const text = renderXmlText(resolve(design ?? { name: 'a', spec: {} }, undefined).domain)
  return { text, codes: findings.map(({ code }) => code) }
}

it.each(['<!-- at 30:00.4 -->', '<a:b xmlns:a="c"/>', '<a:b/>', 'text', '<a>&amp;</a>', '<![CDATA[<]]>'])(
  'keeps %j as it is',
  (xml) => {
    expect(read(xml).codes).toEqual([])
    expect(read(xml).text).toContain(xml)
  },
)

it.each(['</domain><domain>', '<a>', '&b;', '<!-- ', '</a', ']]>'])(
  'refuses %j, which would break the XML',
  (xml) => {
    expect(read(xml).codes).toEqual(['spec.kept-xml'])
    expect(read(xml).text).not.toContain(xml === ']]>' ? xml : `  ${xml}`)
  },
)
