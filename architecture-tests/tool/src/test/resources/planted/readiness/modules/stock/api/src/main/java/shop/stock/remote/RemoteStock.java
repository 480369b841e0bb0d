package shop.stock.remote;

import shop.stock.Stock;

public interface RemoteStock extends Stock {

}
