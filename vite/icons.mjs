// Makes the icons of the installed page from public/favicon.svg: `node vite/icons.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../e2e/chromium.mjs'

const folder = path.join(import.meta.dirname, '../public')
const icon = readFileSync(path.join(folder, 'favicon.svg'), 'utf8')
const found = findChromium()
const browser = await chromium.launch({
  ...(found ? { executablePath: found.path } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

/**
 * @param {string} file
 * @param {number} size
 * @param {number} share of the side that the icon takes: a maskable one is cut to any shape outside of the middle 80 %
 */
async function draw(file, size, share = 1) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' })
  const background = share < 1 ? '#1f4fd8' : 'transparent'
  const place = `width:${share * 100}%;height:${share * 100}%;margin:${((1 - share) / 2) * size}px`
  await page.setContent(
    `<style>html,body{margin:0;background:${background}}svg{display:block;${place}}</style>${icon}`,
  )
  writeFileSync(path.join(folder, file), await page.screenshot({ omitBackground: share === 1 }))
  await page.close()
}

await draw('icon-192.png', 192)
await draw('icon-512.png', 512)
await draw('icon-maskable-512.png', 512, 0.7)
await draw('apple-touch-icon.png', 180, 0.85)
await browser.close()
