import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Sentence } from './Sentence.tsx'

test.each([
  ['`ram` is 4, and `memroy` is no key', '<code>ram</code> is 4, and <code>memroy</code> is no key'],
  ['No word of it', 'No word of it'],
  ['half a ` pair', 'half a ` pair'],
  ['`<b>` stays as it is', '<code>&lt;b&gt;</code> stays as it is'],
])('%s', (text, html) => {
  expect(render(<Sentence text={text} />).container.innerHTML).toBe(html)
})
