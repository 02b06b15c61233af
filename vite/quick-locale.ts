/**
 * React Aria asks, when it is read, whether the browser's own language is a valid one, by having every language of the
 * browser listed: 20 to 50 ms on a desktop, four times that on a phone, before anything is drawn. The same question has a
 * cheap answer.
 */
import type { Plugin } from 'vite'

const file = /[\\/]react-aria[\\/]dist[\\/]private[\\/]i18n[\\/]useDefaultLocale\.mjs$/
const dear = 'Intl.DateTimeFormat.supportedLocalesOf('
/** Throws for the same texts. */
const cheap = 'Intl.getCanonicalLocales('

export function quickLocale(): Plugin {
  return {
    name: 'vmwright:quick-locale',
    transform: {
      filter: { id: file },
      handler(code) {
        if (!code.includes(dear))
          throw new Error('React Aria asks for its locale in another way: vite/quick-locale.ts')
        return { code: code.replace(dear, cheap), map: null }
      },
    },
  }
}
