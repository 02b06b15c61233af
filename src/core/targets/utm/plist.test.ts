/** Whatever a design says, a reader of XML gets it back. */
import { expect, test } from 'vitest'
import { childElements, ownText, parseXml } from '../../xml/index.ts'
import { plistText } from './plist.ts'

test.each([']]>', '<key>a</key>', '&amp;', 'a\nb', 'a\r\nb', "'", '"', ' '])('%j is a text', (text) => {
  const { root, errors = [] } = {
    errors: [],
    ...parseXml(plistText({ [text]: text, list: [text, true, 3, {}] })),
  }
  expect(errors).toEqual([])
  if (root === undefined) throw new Error('no root')
  const [dict] = childElements(root)
  if (dict === undefined) throw new Error('no dict')
  const [key, value, , list] = childElements(dict)
  expect([key, value].map((one) => one && ownText(one))).toEqual([text, text])
  expect(list && childElements(list).map(({ name }) => name)).toEqual(['string', 'true', 'integer', 'dict'])
})
