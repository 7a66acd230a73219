import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Exchange } from './exchange';
import { staticFolder } from './static-files';

const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

const PAGE = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fenrun API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="data:,">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** In a file of its own, because the page allows no inline scripts. */
const START = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'none', filter: true,
  validatorUrl: null, presets: [SwaggerUIBundle.presets.apis], layout: 'BaseLayout',
});
`;

/** The browsable page of the API; everything that it shows comes from this server. */
export function docsPage(): (exchange: Exchange) => Promise<boolean> {
  const folder = dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'));
  const files = staticFolder({ prefix: '/docs/', folder, policy: POLICY, isApp: false });
  return async (exchange) => {
    const { path } = exchange;
    if (path === '/docs' || path === '/docs/' || path === '/docs/index.html') return send(exchange, PAGE, 'text/html');
    if (path === '/docs/start.js') return send(exchange, START, 'text/javascript');
    return /^\/docs\/swagger-ui(-bundle)?\.(css|js)$/.test(path) ? files(exchange) : false;
  };
}

function send({ req, res }: Exchange, text: string, type: string): true {
  res.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  });
  res.end(req.method === 'HEAD' ? undefined : text);
  return true;
}
