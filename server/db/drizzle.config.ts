import { defineConfig } from 'drizzle-kit'

// npx drizzle-kit generate --config server/db/drizzle.config.ts
export default defineConfig({
  dialect: 'sqlite',
  schema: './server/db/tables.ts',
  out: './server/db/migrations',
})
