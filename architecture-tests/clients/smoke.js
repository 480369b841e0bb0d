// What a shop's integration does, with the official client as it is. On http addresses the client signs with OAuth 1.0a; on https
// ones it sends the key as Basic credentials or in the query string. So TLS ends here, in front of the listener that is declared
// secure.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const WooCommerce = require('@woocommerce/woocommerce-rest-api').default;

const keys = { consumerKey: 'ck_demo', consumerSecret: 'cs_demo', version: 'wc/v3' };
const oauth = new WooCommerce({ url: process.env.PLAIN, ...keys });
const tls = https.createServer({ pfx: fs.readFileSync(process.env.KEYSTORE), passphrase: 'changeit' }, (request, response) => {
  const onward = http.request(`${process.env.SECURE}${request.url}`, { method: request.method, headers: request.headers },
    (answer) => answer.pipe(response.writeHead(answer.statusCode, answer.headers)));
  request.pipe(onward);
});

async function stockOf(id) {
  return (await oauth.get(`products/${id}`)).data.stock_quantity;
}

async function sale() {
  const mug = (await oauth.post('products', {
    name: 'Mug', type: 'simple', regular_price: '8.50', manage_stock: true, stock_quantity: 10,
  })).data;
  const tea = (await oauth.post('products', {
    name: 'Tea', type: 'simple', regular_price: '4.25', manage_stock: true, stock_quantity: 7,
  })).data;
  const page = await oauth.get('products', { per_page: 1, page: 2, orderby: 'id', order: 'asc' });
  assert.equal(page.data.length, 1);
  assert.equal(page.headers['x-wp-total'], '2');
  assert.equal(page.data[0].id, tea.id);

  const order = (await oauth.post('orders', {
    set_paid: true,
    payment_method: 'bacs',
    billing: { first_name: 'Jo', last_name: 'Doe', email: 'jo@example.com', country: 'US' },
    line_items: [{ product_id: mug.id, quantity: 2 }, { product_id: tea.id, quantity: 3 }],
  })).data;
  assert.equal(order.status, 'processing');
  assert.equal(order.total, '29.75');
  assert.equal(await stockOf(mug.id), 8);
  assert.equal(await stockOf(tea.id), 4);

  const refund = (await oauth.post(`orders/${order.id}/refunds`, {
    api_refund: false, line_items: [{ id: order.line_items[0].id, quantity: 1, refund_total: 8.5 }],
  })).data;
  assert.equal(refund.amount, '8.50');
  assert.equal(await stockOf(mug.id), 9);

  const cancelled = (await oauth.put(`orders/${order.id}`, { status: 'cancelled' })).data;
  assert.equal(cancelled.status, 'cancelled');
  assert.equal(await stockOf(mug.id), 10);
  assert.equal(await stockOf(tea.id), 7);
  await oauth.delete(`orders/${order.id}`, { force: true });
  await oauth.post('products/batch', { delete: [mug.id, tea.id] });
}

const resources = ['products', 'products/categories', 'products/tags', 'products/attributes', 'products/reviews',
  'products/shipping_classes', 'orders', 'refunds', 'customers', 'coupons', 'taxes', 'taxes/classes', 'shipping/zones',
  'shipping_methods', 'payment_gateways', 'settings', 'settings/general', 'data', 'data/currencies', 'data/countries',
  'system_status', 'webhooks', 'reports', 'reports/sales', 'reports/top_sellers', 'reports/orders/totals'];

async function everyResource() {
  const url = `https://localhost:${tls.address().port}`;
  const axiosConfig = { httpsAgent: new https.Agent({ rejectUnauthorized: false }) };
  const basic = new WooCommerce({ url, ...keys, axiosConfig });
  const query = new WooCommerce({ url, ...keys, axiosConfig, queryStringAuth: true });
  for (const resource of resources) {
    for (const [name, client] of Object.entries({ oauth, query, basic })) {
      const response = await client.get(resource);
      assert.equal(response.status, 200, `${resource} with ${name}`);
      assert.ok(typeof response.data === 'object', `${resource} with ${name}`);
    }
  }
}

async function refused() {
  const wrong = new WooCommerce({ url: process.env.PLAIN, ...keys, consumerSecret: 'cs_wrong' });
  const failure = await wrong.get('products').then(() => null, (error) => error.response);
  assert.equal(failure.status, 401);
}

tls.listen(0, '127.0.0.1', async () => {
  await sale();
  await everyResource();
  await refused();
  console.log(`  a sale, ${resources.length} resources with OAuth 1.0a, query string and Basic: as expected`);
  process.exit(0);
});

process.on('unhandledRejection', (error) => {
  console.error(error.response ? { status: error.response.status, body: error.response.data, path: error.config.url } : error);
  process.exit(1);
});
