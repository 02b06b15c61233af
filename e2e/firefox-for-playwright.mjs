#!/usr/bin/env node
// Firefox as Playwright starts it over WebDriver BiDi. Debian's does not know every command that Playwright sends with a new
// page: what only asks for an appearance is answered here, in its place. It passes all else on, both ways.

import { spawn } from 'node:child_process'
import { WebSocket, WebSocketServer } from 'ws'
import { findFirefox } from './firefox.mjs'

/** Commands that Debian's Firefox, 153, lacks; without them a page looks as the system has it. */
const unknown = new Set(['emulation.setMediaFeaturesOverride'])
const announced = /WebDriver BiDi listening on (ws:\/\/\S+)/

const program = findFirefox()
if (program === undefined) throw new Error('no Firefox: see e2e/firefox.mjs')
const firefox = spawn(program, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] })
firefox.on('exit', (code) => process.exit(code ?? 1))
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
  process.on(signal, () => firefox.kill(signal))

let said = ''
firefox.stderr.on('data', (bytes) => {
  const text = String(bytes)
  said += text
  const address = announced.exec(said)?.[1]
  if (address === undefined) process.stderr.write(text)
  else {
    said = ''
    goBetween(address)
  }
})

/** @param {string} address of Firefox */
function goBetween(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (playwright, request) => {
    const browser = new WebSocket(`${address}${request.url ?? ''}`)
    const isOpen = new Promise((resolve) => browser.on('open', resolve))
    playwright.on('message', async (bytes) => {
      const text = String(bytes)
      const { id, method } = JSON.parse(text)
      if (unknown.has(method)) playwright.send(JSON.stringify({ id, type: 'success', result: {} }))
      else {
        await isOpen
        browser.send(text)
      }
    })
    browser.on('message', (bytes) => playwright.send(String(bytes)))
    browser.on('close', () => playwright.close())
    playwright.on('close', () => browser.close())
  })
  server.on('listening', () => {
    const here = server.address()
    if (here === null || typeof here === 'string') throw new Error('the go-between has no port')
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${here.port}\n`)
  })
}
