/**
 * Pictures of the page to compare. Light, dark and high contrast stand beside each other in one picture of half the size,
 * as WebP: so all of them together stay below 5 MB, and the edges of letters, which differ from one machine to another,
 * weigh less than the places of things.
 */
import type { Locator, Page } from '@playwright/test'
import { expect } from '../page.ts'

const looks = [
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
] as const

/** The fonts of the pictures, which Debian has as fonts-dejavu-core. */
const fonts = { text: 'DejaVu Sans', code: 'DejaVu Sans Mono' }

/**
 * How many pixels of a picture may differ. Another Chromium with full hinting changes up to 148 of them, in 4 of the 83
 * pictures; two runs on one machine change none.
 */
const maxDiffPixels = 200

/**
 * Before the page is opened: its fonts are those of the pictures, letters are as wide as they are drawn and not as the
 * hinting of the machine rounds them, so that lines break at the same words, and nothing moves or blinks. The code of a
 * link stays empty, since the address of the page, which has the port of the test, is in it.
 */
export async function holdStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(({ text, code }) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      :root { --font-text: '${text}' !important; --font-code: '${code}' !important; }
      * { text-rendering: geometricPrecision !important; }
      .monaco-editor .cursors-layer, .monaco-editor .scrollbar { visibility: hidden !important; }
      .share__code path { visibility: hidden !important; }
    `)
    document.adoptedStyleSheets = [sheet]
  }, fonts)
}

/** Whether the fonts of the pictures are on this machine: a font that is not there is as wide as what stands in for it. */
export async function hasFonts(page: Page): Promise<boolean> {
  return await page.evaluate((names) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    const widthIn = (font: string) => {
      if (context === null) return 0
      context.font = `32px ${font}`
      return context.measureText('Which font is it?').width
    }
    return names.every((name) =>
      ['serif', 'sans-serif', 'monospace'].some((other) => widthIn(`'${name}', ${other}`) !== widthIn(other)),
    )
  }, Object.values(fonts))
}

/** Compares what is seen of the page, or of an element, with its picture below `expected/`, in every look. */
export async function looksAsBefore(page: Page, name: string, seen: Page | Locator = page): Promise<void> {
  const file = `${name.toLowerCase().replaceAll(' ', '-')}.webp`
  const shots = await stillShots(page, seen)
  // What is opened next is drawn in this look, and not just before it changes.
  await page.emulateMedia(looks[0])
  expect.soft(await sideBySide(page, shots)).toMatchSnapshot(file, { maxDiffPixels })
}

/** A shot of each look, once two rounds are the same: what is loaded later, or coloured, is there in both of them. */
async function stillShots(page: Page, seen: Page | Locator): Promise<readonly string[]> {
  let before: readonly string[] = []
  for (let round = 0; round < 10; round += 1) {
    const now: string[] = []
    for (const look of looks) {
      await page.emulateMedia(look)
      // What was done last is in the frame after the next one.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      )
      const shot = await seen.screenshot({ animations: 'disabled', caret: 'hide' })
      now.push(shot.toString('base64'))
    }
    if (now.every((shot, index) => shot === before[index])) return now
    before = now
  }
  throw new Error('It does not stand still')
}

async function sideBySide(page: Page, shots: readonly string[]): Promise<Buffer> {
  const picture = await page.evaluate(async (all) => {
    const images = await Promise.all(
      all.map((shot) =>
        createImageBitmap(new Blob([Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0))])),
      ),
    )
    const width = images.reduce((sum, image) => sum + Math.ceil(image.width / 2), 0)
    const height = Math.max(...images.map((image) => Math.ceil(image.height / 2)))
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('There is no canvas')
    context.imageSmoothingQuality = 'high'
    let x = 0
    for (const image of images) {
      const half = Math.ceil(image.width / 2)
      context.drawImage(image, x, 0, half, Math.ceil(image.height / 2))
      x += half
    }
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.5 })
    let letters = ''
    for (const byte of new Uint8Array(await blob.arrayBuffer())) letters += String.fromCharCode(byte)
    return btoa(letters)
  }, shots)
  return Buffer.from(picture, 'base64')
}
