#!/usr/bin/env node
import { main } from './main.ts'
import { nodeIo } from './node-io.ts'

// A reader that has seen enough (`| head`) closes the pipe: nothing is wrong, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })

// Not process.exit(): a pipe may still have output to take.
process.exitCode = await main(process.argv.slice(2), nodeIo)
